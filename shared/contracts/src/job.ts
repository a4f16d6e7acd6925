import { Type, type Static } from 'typebox';
import { Warning } from './document.ts';
import { Cloud, Instant, nullable, Provider } from './words.ts';

const strict = { additionalProperties: false } as const;

/** Credentials under a data key of our own; only a scanner's memory ever holds them open. All fields base64. */
export const Sealed = Type.Object(
  { key: Type.String(), iv: Type.String(), tag: Type.String(), data: Type.String() },
  strict,
);
export type Sealed = Static<typeof Sealed>;

export const JOB_VERSION = 1;

/** One target on the queue of its provider. */
export const Job = Type.Object(
  {
    version: Type.Literal(1),
    scanId: Type.String(),
    requestId: Type.String(),
    /** Position in the request, from 0. */
    targetId: Type.Integer({ minimum: 0 }),
    provider: Provider,
    account: Type.String(),
    cloud: Cloud,
    benchmarks: Type.Array(Type.String(), { minItems: 1 }),
    regions: nullable(Type.Array(Type.String())),
    warnings: Type.Array(Warning),
    /** Not to be opened after this moment. */
    notAfter: Instant,
    sealed: Sealed,
  },
  strict,
);
export type Job = Static<typeof Job>;
