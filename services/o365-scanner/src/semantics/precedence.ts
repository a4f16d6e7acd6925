/** A threat policy of Exchange Online, as far as its place among the others goes. */
export interface ThreatPolicy {
  readonly name: string;
  /** For everybody whom no other policy names: the default policy, or the built-in protection. */
  readonly isDefault: boolean;
  /** False for one that a person made; null where the answer does not tell. */
  readonly isPreset: boolean | null;
}
/** A rule that puts a policy in force for somebody. Lower priorities come first. */
export interface PolicyRule {
  readonly policy: string;
  readonly enabled: boolean;
  readonly priority: number;
}

/** What puts a policy in force, and its place in the order of precedence, lowest first. */
export interface Place {
  readonly by: 'preset security policy' | 'rule' | 'default';
  readonly rank: readonly [group: number, priority: number];
}

/**
 * Where a policy stands: preset security policies come before what people made, and the default comes last. Null for
 * one that no enabled rule applies: it protects nobody.
 */
export function placeOf(
  policy: ThreatPolicy,
  rules: readonly PolicyRule[],
  presetRules: readonly PolicyRule[],
): Place | null {
  if (policy.isDefault) return { by: 'default', rank: [2, 0] };
  const first = (some: readonly PolicyRule[]): number | undefined =>
    some
      .filter((rule) => rule.enabled && rule.policy === policy.name)
      .map((rule) => rule.priority)
      .sort((a, b) => a - b)[0];
  const preset = first(presetRules);
  if (preset !== undefined) return { by: 'preset security policy', rank: [0, preset] };
  const own = first(rules);
  return own === undefined ? null : { by: 'rule', rank: [1, own] };
}

/** True where only a preset's rule could put this policy in force, so that these rules must be known. */
export const mayBePreset = (policy: ThreatPolicy, rules: readonly PolicyRule[]): boolean =>
  !policy.isDefault && policy.isPreset !== false && !rules.some((rule) => rule.policy === policy.name);

/** Orders by precedence; equals by name, so that the order of an answer changes nothing. */
export const byPrecedence = (
  a: { readonly name: string; readonly place: Place },
  b: { readonly name: string; readonly place: Place },
): number =>
  a.place.rank[0] - b.place.rank[0] ||
  a.place.rank[1] - b.place.rank[1] ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
