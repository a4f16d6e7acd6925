import { Type, type Static } from 'typebox';
import { TargetHeader, Warning } from './document.ts';
import { Finding } from './finding.ts';
import { Instant, nullable } from './words.ts';

const strict = { additionalProperties: false } as const;
export const EVENT_VERSION = 1;
/** `source` of every event of ours on the bus. */
export const EVENT_SOURCE = 'cis-scan';

const about = { version: Type.Literal(1), scanId: Type.String(), targetId: Type.Integer({ minimum: 0 }) };

/** A scanner took the job up; `planned` questions will be answered. */
export const TargetScanStarted = Type.Object(
  { ...about, attemptId: Type.String(), planned: Type.Integer({ minimum: 0 }) },
  strict,
);
export type TargetScanStarted = Static<typeof TargetScanStarted>;

/** Chunk n of an attempt, n from 0. `rows` is the S3 key under which the same findings lie with all their results. */
export const FindingsRecorded = Type.Object(
  {
    ...about,
    attemptId: Type.String(),
    chunk: Type.Integer({ minimum: 0 }),
    rows: Type.String(),
    findings: Type.Array(Finding),
  },
  strict,
);
export type FindingsRecorded = Static<typeof FindingsRecorded>;

/** Everything of the attempt was accepted by the bus: `chunks` chunks make it whole. */
export const TargetScanCompleted = Type.Object(
  {
    ...about,
    attemptId: Type.String(),
    chunks: Type.Integer({ minimum: 0 }),
    planned: Type.Integer({ minimum: 0 }),
    target: TargetHeader,
    warnings: Type.Array(Warning),
  },
  strict,
);
export type TargetScanCompleted = Static<typeof TargetScanCompleted>;

/** No attempt will come; `reason` is a stable word, `detail` a sentence for people. */
export const TargetScanFailed = Type.Object(
  { ...about, attemptId: nullable(Type.String()), reason: Type.String(), detail: Type.String() },
  strict,
);
export type TargetScanFailed = Static<typeof TargetScanFailed>;

/** The report of a scan is stored. */
export const ScanReported = Type.Object(
  { version: Type.Literal(1), scanId: Type.String(), status: Type.Enum(['completed', 'failed']) },
  strict,
);
export type ScanReported = Static<typeof ScanReported>;

/** The sweeper's clock, sent through the bus so that it stops when the queue does. */
export const Tick = Type.Object({ version: Type.Literal(1), at: Instant }, strict);
export type Tick = Static<typeof Tick>;

/** Detail type → schema of its detail. */
export const EVENTS = {
  TargetScanStarted,
  FindingsRecorded,
  TargetScanCompleted,
  TargetScanFailed,
  ScanReported,
  Tick,
} as const;
export type EventType = keyof typeof EVENTS;
export type EventDetail<T extends EventType> = Static<(typeof EVENTS)[T]>;
/** A parsed event. */
export type ScanEvent = { readonly [T in EventType]: { readonly type: T; readonly detail: EventDetail<T> } }[EventType];
