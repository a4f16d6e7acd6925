import { Type, type Static } from 'typebox';
import { Provider } from './words.ts';

const strict = { additionalProperties: false } as const;

/** Rights that one control needs: `base` to be decided at all, `optional` for more evidence or another source. */
export const ControlRights = Type.Object(
  {
    control: Type.String(),
    check: Type.String(),
    base: Type.Array(Type.String()),
    optional: Type.Array(Type.String()),
  },
  strict,
);
export type ControlRights = Static<typeof ControlRights>;

/** `shared/access/rights/<benchmark>.json`: derived from the facts, committed, read by intake, infrastructure and docs. */
export const BenchmarkRights = Type.Object(
  {
    benchmark: Type.String(),
    provider: Provider,
    base: Type.Array(Type.String()),
    optional: Type.Array(Type.String()),
    controls: Type.Array(ControlRights),
  },
  strict,
);
export type BenchmarkRights = Static<typeof BenchmarkRights>;
