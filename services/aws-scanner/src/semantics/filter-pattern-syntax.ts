/** A step into a JSON event: a property's name, a position in an array, or any of them. */
export type Step = string | number | typeof ANY_STEP;
export const ANY_STEP = '*' as const;

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type State = 'EXISTS' | 'NOT EXISTS' | 'IS NULL' | 'IS TRUE' | 'IS FALSE';

/** One condition on one field. `field` is the path in one spelling, for comparing; `steps` is the way to walk. */
interface OnField {
  readonly field: string;
  readonly steps: readonly Step[];
}
export type Term = OnField &
  (
    | { readonly kind: 'text'; readonly op: '=' | '!='; readonly value: string }
    | { readonly kind: 'number'; readonly op: Comparison; readonly value: number; readonly text: string }
    | { readonly kind: 'state'; readonly op: State }
    /** A regular expression: known to be there, never compared. */
    | { readonly kind: 'regex'; readonly op: '=' | '!='; readonly value: string }
  );

/** `all` of nothing is the empty pattern, which matches every event. */
export type Expression = Term | { readonly all: readonly Expression[] } | { readonly any: readonly Expression[] };
