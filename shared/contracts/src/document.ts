import { Type, type Static } from 'typebox';
import { Cloud, Counts, Instant, nullable, Provider } from './words.ts';
import { Control } from './control.ts';

const strict = { additionalProperties: false } as const;

/** Something the reader must know beside the verdicts: rights that could not be verified, a token that can write … */
export const Warning = Type.Object(
  { code: Type.String(), detail: Type.String(), missing: Type.Array(Type.String()) },
  strict,
);
export type Warning = Static<typeof Warning>;

/** What was scanned. `regions` is part of the question: verdicts hold for these regions only. */
export const TargetHeader = Type.Object(
  {
    provider: Provider,
    account: Type.String(),
    name: nullable(Type.String()),
    cloud: Cloud,
    regions: nullable(Type.Array(Type.String())),
    startedAt: Instant,
  },
  strict,
);
export type TargetHeader = Static<typeof TargetHeader>;

const ratio = nullable(Type.Number({ minimum: 0, maximum: 1 }));

/** score = pass ÷ (pass + fail), null when neither; coverage = (pass + fail + not-applicable) ÷ all; four decimals. */
export const Share = Type.Object({ score: ratio, coverage: Type.Number({ minimum: 0, maximum: 1 }) }, strict);
export type Share = Static<typeof Share>;

/** How many controls rest on what Microsoft Secure Score reports; left out of score and coverage. */
export const Reported = Type.Object({ pass: Type.Integer({ minimum: 0 }), fail: Type.Integer({ minimum: 0 }) }, strict);
export type Reported = Static<typeof Reported>;

export const BenchmarkSummary = Type.Object(
  {
    id: Type.String(),
    counts: Counts,
    score: ratio,
    coverage: Type.Number({ minimum: 0, maximum: 1 }),
    reported: Reported,
  },
  strict,
);
export type BenchmarkSummary = Static<typeof BenchmarkSummary>;

export const BenchmarkResult = Type.Object(
  {
    id: Type.String(),
    counts: Counts,
    score: ratio,
    coverage: Type.Number({ minimum: 0, maximum: 1 }),
    reported: Reported,
    levels: Type.Record(Type.String(), Share),
    controls: Type.Array(Control),
  },
  strict,
);
export type BenchmarkResult = Static<typeof BenchmarkResult>;

/** Everything about one target: what `scan … --json` prints. */
export const TargetDocument = Type.Object(
  { target: TargetHeader, warnings: Type.Array(Warning), benchmarks: Type.Array(BenchmarkResult) },
  strict,
);
export type TargetDocument = Static<typeof TargetDocument>;

export const TargetError = Type.Object({ reason: Type.String(), detail: Type.String() }, strict);
export type TargetError = Static<typeof TargetError>;

/** A target whose scan failed as a whole. */
export const FailedTarget = Type.Object(
  {
    target: Type.Object(
      {
        provider: Provider,
        account: Type.String(),
        name: nullable(Type.String()),
        cloud: Cloud,
        regions: nullable(Type.Array(Type.String())),
        startedAt: nullable(Instant),
      },
      strict,
    ),
    error: TargetError,
  },
  strict,
);
export type FailedTarget = Static<typeof FailedTarget>;

/** report.json. */
export const Report = Type.Object(
  {
    requestId: Type.String(),
    createdAt: Instant,
    targets: Type.Array(Type.Union([TargetDocument, FailedTarget])),
  },
  strict,
);
export type Report = Static<typeof Report>;
