import type { Cloud } from '@cis-scan/contracts';
import type { Needs, ValuesOf } from './fact.ts';
import type { Judgement } from './judgement.ts';

export type OptionValue = string | number | boolean | readonly string[] | readonly number[];
export type Options = Readonly<Record<string, OptionValue>>;
/** Inference keeps the default `false` as the type `false`; an option is a boolean. */
export type Widened<O> = { readonly [K in keyof O]: O[K] extends boolean ? boolean : O[K] };

/** What every check may know beside its facts. One `now` per scan, UTC; ages are counted from it. */
export interface Context {
  readonly now: Date;
  readonly target: { readonly account: string; readonly cloud: Cloud };
}

/** Own words: what is asked, why it matters, how to mend it. */
interface Words {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
}

/** One way to know the answer: what it reads, and what follows from that. */
export interface Source<N extends Needs = Needs, O extends Options = Options> {
  readonly needs: N;
  readonly evaluate: (facts: ValuesOf<N>, options: Widened<O>, context: Context) => readonly Judgement[];
}
/** A source as the engine handles it. */
export interface AnySource {
  readonly needs: Needs;
  readonly evaluate: (facts: never, options: never, context: Context) => readonly Judgement[];
}
/** Types a further source of a check by what it needs. */
export const source = <const N extends Needs, O extends Options = Options>(spec: Source<N, O>): Source<N, O> => spec;

/** What a check file exports by default. */
export interface Check<N extends Needs = Needs, O extends Options = Options> extends Words {
  readonly kind: 'check';
  readonly needs: N;
  /** Defaults; a benchmark row may give other values, never other names or types. */
  readonly options: O;
  readonly evaluate: (facts: ValuesOf<N>, options: Widened<O>, context: Context) => readonly Judgement[];
  /** Further sources in order of preference: asked when the ones before could not be read. */
  readonly otherwise: readonly AnySource[];
}

type Spec<N extends Needs, O extends Options> = Words & {
  readonly needs: N;
  readonly options?: O;
  readonly evaluate: (facts: ValuesOf<N>, options: Widened<O>, context: Context) => readonly Judgement[];
  readonly otherwise?: readonly AnySource[];
};

/** A check as the engine handles it: facts and options have been matched to it, their types are its own affair. */
export interface AnyCheck extends Words {
  readonly kind: 'check';
  readonly needs: Needs;
  readonly options: Options;
  readonly evaluate: (facts: never, options: never, context: Context) => readonly Judgement[];
  readonly otherwise: readonly AnySource[];
}

/** All sources of a check, the preferred one first. */
export const sourcesOf = (check: AnyCheck): readonly AnySource[] => [check, ...check.otherwise];
/** Everything any of its sources needs. */
export const needsOf = (check: AnyCheck): readonly Needs[] => sourcesOf(check).map((s) => s.needs);

/** Defines a check. It does no I/O, and it always says something, also about an empty account. */
export function check<const N extends Needs, O extends Options = Record<never, never>>(spec: Spec<N, O>): Check<N, O> {
  return { kind: 'check', options: {} as O, otherwise: [], ...spec };
}

export const isCheck = (x: unknown): x is AnyCheck =>
  typeof x === 'object' && x !== null && (x as { kind?: unknown }).kind === 'check';
