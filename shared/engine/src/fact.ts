import type { Basis } from '@cis-scan/contracts';
import type { Reading } from './reading.ts';

/** One thing the scanner knows about the target. `out T`: a fact only ever hands its value out. */
export interface Fact<out T> {
  readonly kind: 'fact';
  readonly name: string;
  /** Operations this fact calls itself; none for a derived fact. */
  readonly calls: readonly string[];
  /** The rights these operations take, as the provider spells them. */
  readonly rights: readonly string[];
  /** The operation that its evidence names: the one whose answer holds the value. `null` for a derived fact. */
  readonly source: string | null;
  readonly basis: Basis;
  readonly needs: Needs;
  /** Run by `collect` only. `source` is what the provider's `define.ts` says it is; the engine never looks inside. */
  readonly read: (source: unknown, facts: never) => Promise<T>;
}
export interface OptionalFact<out T> {
  readonly kind: 'optional';
  readonly fact: Fact<T>;
  /** Whether it can decide: then its right is one that the control needs, not an extra. */
  readonly deciding: boolean;
}

export type Needs = Readonly<Record<string, Fact<unknown> | OptionalFact<unknown>>>;

/** What `evaluate` (or a derived fact) is handed: the value, or for an optional need the reading with its gap. */
export type ValuesOf<N extends Needs> = {
  readonly [K in keyof N]: N[K] extends OptionalFact<infer T> ? Reading<T> : N[K] extends Fact<infer T> ? T : never;
};

/** A need without which the check can still decide something; it is then handed the gap and must look at it. */
export const optional = <T>(fact: Fact<T>): OptionalFact<T> => ({ kind: 'optional', fact, deciding: false });

/** A need that decides in some accounts and not in others: handed over with its gap like an optional one, but required. */
export const withGap = <T>(fact: Fact<T>): OptionalFact<T> => ({ kind: 'optional', fact, deciding: true });

/** A fact made of other facts only: no call, no right, no evidence of its own. */
export function derive<N extends Needs, T>(spec: {
  readonly name: string;
  readonly needs: N;
  readonly from: (facts: ValuesOf<N>) => T;
}): Fact<T> {
  return {
    kind: 'fact',
    name: spec.name,
    calls: [],
    rights: [],
    source: null,
    basis: 'direct',
    needs: spec.needs,
    read: async (_source: unknown, facts: ValuesOf<N>) => spec.from(facts),
  };
}

/** The facts behind needs, optional or not. */
export const factsIn = (needs: Needs): readonly Fact<unknown>[] =>
  Object.values(needs).map((need) => (need.kind === 'optional' ? need.fact : need));

/** A fact and everything it stands on, each once. */
export function closure(roots: readonly Fact<unknown>[]): ReadonlySet<Fact<unknown>> {
  const seen = new Set<Fact<unknown>>();
  const walk = (fact: Fact<unknown>): void => {
    if (seen.has(fact)) return;
    seen.add(fact);
    factsIn(fact.needs).forEach(walk);
  };
  roots.forEach(walk);
  return seen;
}

/** Facts that decide, for the holder of these needs: those not behind an `optional`. */
export function required(needs: Needs): ReadonlySet<Fact<unknown>> {
  const seen = new Set<Fact<unknown>>();
  const walk = (some: Needs): void => {
    for (const need of Object.values(some)) {
      if (need.kind === 'optional' && !need.deciding) continue;
      const fact = need.kind === 'optional' ? need.fact : need;
      if (seen.has(fact)) continue;
      seen.add(fact);
      walk(fact.needs);
    }
  };
  walk(needs);
  return seen;
}
