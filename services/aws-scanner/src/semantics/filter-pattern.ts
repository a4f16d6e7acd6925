import { implies, termText } from './filter-pattern-term.ts';
import { parseFilterPattern } from './filter-pattern-parse.ts';
import type { Expression, Term } from './filter-pattern-syntax.ts';

export { matches, type MatchOptions } from './filter-pattern-match.ts';
export { parseFilterPattern, type Parsed } from './filter-pattern-parse.ts';
export type { Expression, Term } from './filter-pattern-syntax.ts';

/** Whether one pattern matches at least what another matches; `reason` in words that can stand in a report. */
export type Coverage = { readonly covers: true } | { readonly covers: false; readonly reason: string };

/** Written out as alternatives, a pattern beyond so many terms is not compared: the answer is "too complex", never a long wait. */
const MAX_TERMS = 4096;

const isTerm = (expression: Expression): expression is Term => 'kind' in expression;

/** How many alternatives, and how many terms in all, the expression has once it is written as "this and this, or that and that". */
function sizeOf(expression: Expression): { alternatives: number; terms: number } {
  if (isTerm(expression)) return { alternatives: 1, terms: 1 };
  if ('any' in expression) {
    return expression.any
      .map(sizeOf)
      .reduce((sum, part) => ({ alternatives: sum.alternatives + part.alternatives, terms: sum.terms + part.terms }), {
        alternatives: 0,
        terms: 0,
      });
  }
  return expression.all.map(sizeOf).reduce(
    (sum, part) => ({
      alternatives: sum.alternatives * part.alternatives,
      terms: sum.terms * part.alternatives + part.terms * sum.alternatives,
    }),
    { alternatives: 1, terms: 0 },
  );
}

/** The alternatives of an expression: each a list of terms that hold together. */
function alternativesOf(expression: Expression): readonly (readonly Term[])[] {
  if (isTerm(expression)) return [[expression]];
  if ('any' in expression) return expression.any.flatMap(alternativesOf);
  return expression.all
    .map(alternativesOf)
    .reduce<readonly (readonly Term[])[]>((sum, part) => sum.flatMap((a) => part.map((b) => [...a, ...b])), [[]]);
}

/** Is the expression certain once all of `known` hold? */
export function holdsKnowing(known: readonly Term[], expression: Expression): boolean {
  if ('any' in expression) return expression.any.some((part) => holdsKnowing(known, part));
  if ('all' in expression) return expression.all.every((part) => holdsKnowing(known, part));
  return known.some((term) => implies(term, expression));
}

/** Compares two patterns by what they match. Never throws, and its time is bounded whatever the patterns hold. */
export function compareCoverage(have: string, want: string): Coverage {
  const mine = parseFilterPattern(have);
  if (!mine.ok) return { covers: false, reason: mine.detail };
  const asked = parseFilterPattern(want);
  if (!asked.ok) return { covers: false, reason: asked.detail };
  if (sizeOf(asked.expression).terms > MAX_TERMS) return { covers: false, reason: 'too complex' };
  const lost = alternativesOf(asked.expression).find((known) => !holdsKnowing(known, mine.expression));
  if (lost === undefined) return { covers: true };
  return { covers: false, reason: `it does not match all events with ${lost.map(termText).join(' && ')}` };
}

/** True when `have` certainly matches every event that `want` matches: wider is fine, narrower is not, and doubt is false. */
export const covers = (have: string, want: string): boolean => compareCoverage(have, want).covers;

/** One spelling for all patterns that differ in white space, quotes, redundant parentheses and order alone. */
function canonical(expression: Expression): string {
  if (isTerm(expression)) return termText(expression).replaceAll('"', '');
  const sign = 'all' in expression ? 'all' : 'any';
  const parts = 'all' in expression ? expression.all : expression.any;
  const flat = (part: Expression): readonly Expression[] => {
    if (isTerm(part)) return [part];
    if (sign === 'all') return 'all' in part ? part.all.flatMap(flat) : [part];
    return 'any' in part ? part.any.flatMap(flat) : [part];
  };
  return `${sign}(${parts.flatMap(flat).map(canonical).sort().join(', ')})`;
}

/** True when `have` is one of the published texts; white space, quotes, parentheses and order of terms do not matter. */
export function exactly(have: string, publishedForms: readonly string[]): boolean {
  const mine = parseFilterPattern(have);
  if (!mine.ok) return false;
  return publishedForms.some((form) => {
    const parsed = parseFilterPattern(form);
    return parsed.ok && canonical(parsed.expression) === canonical(mine.expression);
  });
}
