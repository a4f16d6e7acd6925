import { Type, type Static } from 'typebox';
import { BenchmarkSummary, TargetError, Warning } from './document.ts';
import { Instant, nullable, Provider } from './words.ts';

const strict = { additionalProperties: false } as const;

export const ScanState = Type.Enum(['queued', 'running', 'reporting', 'completed', 'failed']);
export type ScanState = Static<typeof ScanState>;

/** Answer to POST /scans. */
export const Accepted = Type.Object(
  {
    requestId: Type.String(),
    status: ScanState,
    targets: Type.Array(
      Type.Object({ targetId: Type.Integer({ minimum: 0 }), provider: Provider, account: Type.String() }, strict),
    ),
    warnings: Type.Array(Warning),
  },
  strict,
);
export type Accepted = Static<typeof Accepted>;

export const Delivery = Type.Object(
  {
    email: Type.String(),
    status: Type.Enum(['pending', 'sent', 'refused', 'gave-up']),
    detail: nullable(Type.String()),
  },
  strict,
);
export type Delivery = Static<typeof Delivery>;

export const TargetStatus = Type.Object(
  {
    targetId: Type.Integer({ minimum: 0 }),
    provider: Provider,
    account: Type.String(),
    status: Type.Enum(['queued', 'running', 'completed', 'failed']),
    benchmarks: Type.Array(BenchmarkSummary),
    error: nullable(TargetError),
  },
  strict,
);
export type TargetStatus = Static<typeof TargetStatus>;

/** GET /scans/:requestId. Computed from the scan's items, never stored. `progress` counts questions over all targets. */
export const ScanStatus = Type.Object(
  {
    requestId: Type.String(),
    status: ScanState,
    createdAt: Instant,
    updatedAt: Instant,
    progress: Type.Object(
      { done: Type.Integer({ minimum: 0 }), total: nullable(Type.Integer({ minimum: 0 })) },
      strict,
    ),
    targets: Type.Array(TargetStatus),
    report: nullable(Type.Object({ html: Type.String(), csv: Type.String(), json: Type.String() }, strict)),
    deliveries: Type.Array(Delivery),
  },
  strict,
);
export type ScanStatus = Static<typeof ScanStatus>;
