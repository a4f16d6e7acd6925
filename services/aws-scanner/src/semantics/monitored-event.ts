import { exactly, holdsKnowing, parseFilterPattern, type Term } from './filter-pattern.ts';

/** A filter must match events of each name, wherever else they are narrowed by nothing but the right source. */
export interface EventNamesRequirement {
  readonly kind: 'event-names';
  readonly names: readonly string[];
  /**
   * The service whose events are meant. A condition on it does not narrow; a condition on another one does. `required` says whether the
   * published text has it (a filter without it matches more, which is fine either way).
   */
  readonly source?: { readonly value: string; readonly required: boolean };
}

/** A filter must match whenever the terms hold, each alone (`anyOf`) or together (`allOf`). Terms as text: `$.errorCode = "AccessDenied*"`. */
export type ExpressionRequirement = {
  readonly kind: 'expression';
  /** Terms that may narrow the filter, together or some of them. */
  readonly optionalExclusions?: readonly string[];
} & (
  | { readonly anyOf: readonly string[]; readonly allOf?: never }
  | { readonly allOf: readonly string[]; readonly anyOf?: never }
);

export type FilterRequirement = EventNamesRequirement | ExpressionRequirement;

export interface FilterOptions {
  /** True: only a published text counts. False (default): patterns are compared by what they match. */
  readonly exactPatternsOnly: boolean;
}

export type FilterJudgement =
  | { readonly covers: true }
  /** `missing`: the event names or terms that the filter does not match; `detail`: why, when the pattern itself is the trouble. */
  | { readonly covers: false; readonly missing: readonly string[]; readonly detail?: string };

const either = (parts: readonly string[]): string => parts.map((part) => `(${part})`).join(' || ');
const both = (parts: readonly string[]): string => parts.map((part) => `(${part})`).join(' && ');
const pattern = (body: string): string => `{ ${body} }`;
const named = (name: string): string => `$.eventName = "${name}"`;
const from = (source: string): string => `$.eventSource = "${source}"`;

/** Our own terms, so one that does not parse is a defect. */
function known(terms: readonly string[]): readonly Term[] {
  return terms.map((text) => {
    const parsed = parseFilterPattern(pattern(text));
    if (!parsed.ok || !('kind' in parsed.expression)) throw new Error(`"${text}" is not a term of a filter pattern`);
    return parsed.expression;
  });
}

/** The situations in which a filter must match: what it is called in a report, and all that may be taken for granted. */
function situations(
  requirement: FilterRequirement,
): readonly { readonly label: string; readonly terms: readonly Term[] }[] {
  if (requirement.kind === 'event-names') {
    const source = requirement.source === undefined ? [] : [from(requirement.source.value)];
    return requirement.names.map((name) => ({ label: name, terms: known([named(name), ...source]) }));
  }
  const exclusions = requirement.optionalExclusions ?? [];
  const wanted = requirement.anyOf?.map((term) => [term]) ?? [requirement.allOf ?? []];
  return wanted.map((terms) => ({ label: terms.join(' && '), terms: known([...terms, ...exclusions]) }));
}

/** The texts that the benchmark versions have printed for a requirement. */
export function publishedForms(requirement: FilterRequirement): readonly string[] {
  if (requirement.kind === 'event-names') {
    const names = requirement.names.map(named);
    const [first = '', ...rest] = names;
    const { source } = requirement;
    if (source === undefined) return [pattern(either(names))];
    const sourced = pattern(`(${from(source.value)}) && (${either(names)})`);
    if (source.required) return [sourced];
    // As printed for route tables: the source binds to the first name only, since && goes before ||.
    const firstOnly = pattern(
      [`(${from(source.value)}) && (${first})`, ...rest.map((name) => `(${name})`)].join(' || '),
    );
    return [pattern(either(names)), sourced, firstOnly];
  }
  const exclusions = requirement.optionalExclusions ?? [];
  if (requirement.allOf !== undefined) {
    return [requirement.allOf, [...requirement.allOf, ...exclusions]].map((terms) => pattern(both(terms)));
  }
  const { anyOf } = requirement;
  const last = anyOf.at(-1) ?? '';
  return [
    pattern(either(anyOf)),
    pattern(either([...anyOf, ...exclusions])),
    pattern(either([...anyOf.slice(0, -1), both([last, ...exclusions])])),
  ];
}

/** Does a metric filter match what a monitoring recommendation asks for? Never throws because of the pattern. */
export function judgeFilter(
  have: string,
  requirement: FilterRequirement,
  options: FilterOptions = { exactPatternsOnly: false },
): FilterJudgement {
  const asked = situations(requirement);
  const parsed = parseFilterPattern(have);
  if (!parsed.ok) return { covers: false, missing: asked.map((s) => s.label), detail: parsed.detail };
  const missing = asked.filter((s) => !holdsKnowing(s.terms, parsed.expression)).map((s) => s.label);
  if (missing.length > 0) return { covers: false, missing };
  if (!options.exactPatternsOnly || exactly(have, publishedForms(requirement))) return { covers: true };
  return { covers: false, missing: [], detail: 'the pattern matches the events but is not a published text' };
}
