import { Type, type Static } from 'typebox';

/** The five verdicts, in the order in which the worst one speaks for a whole control. */
export const VERDICTS = ['fail', 'not-assessed', 'manual', 'pass', 'not-applicable'] as const;
export const Verdict = Type.Enum([...VERDICTS]);
export type Verdict = (typeof VERDICTS)[number];

/** Why something could not be read. */
export const Cause = Type.Enum(['denied', 'throttled', 'unsupported', 'timed-out', 'expired', 'failed']);
export type Cause = Static<typeof Cause>;

/** Where a decided verdict comes from: the setting itself, public DNS, or what Microsoft Secure Score reports about it. */
export const Basis = Type.Enum(['direct', 'dns', 'reported']);
export type Basis = Static<typeof Basis>;

export const Suggestion = Type.Enum(['pass', 'fail']);
export type Suggestion = Static<typeof Suggestion>;

/** How the benchmark labels a control. Shown beside the verdict, never changing it. */
export const Assessment = Type.Enum(['automated', 'manual']);
export type Assessment = Static<typeof Assessment>;

/** How sure the number, level and label of a row are. */
export const Confidence = Type.Enum(['confirmed', 'corroborated', 'derived']);
export type Confidence = Static<typeof Confidence>;

export const Provider = Type.Enum(['aws', 'm365']);
export type Provider = Static<typeof Provider>;

/** AWS partitions and Microsoft clouds. */
export const Cloud = Type.Enum(['aws', 'aws-us-gov', 'aws-cn', 'global', 'usgov', 'usgovdod', 'china']);
export type Cloud = Static<typeof Cloud>;

/** How many resources (or controls) bear each verdict; all five keys are always there. */
export const Counts = Type.Object(
  {
    pass: Type.Integer({ minimum: 0 }),
    fail: Type.Integer({ minimum: 0 }),
    manual: Type.Integer({ minimum: 0 }),
    'not-applicable': Type.Integer({ minimum: 0 }),
    'not-assessed': Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
);
export type Counts = Static<typeof Counts>;

/** A moment, ISO 8601 in UTC. */
export const Instant = Type.String({ format: 'date-time' });

export const nullable = <T extends Type.TSchema>(schema: T): Type.TUnion<[T, Type.TNull]> =>
  Type.Union([schema, Type.Null()]);
