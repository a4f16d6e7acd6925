import type { EventDetail, EventType, Finding, TargetHeader, Warning } from '@cis-scan/contracts';
import { waitOut, type Bus, type Logger } from '@cis-scan/runtime';
import type { About } from './job-message.ts';
import { rowsKey, type RowStore } from './rows.ts';
import type { Group } from './group.ts';
import { cutText } from './text.ts';

/** Tells the rest of the service about one target. Each call resolves when the bus has accepted; outages are waited out. */
export interface Announcer {
  started(attemptId: string, planned: number): Promise<void>;
  /** Stores the whole findings first, then publishes the cut ones. */
  chunk(attemptId: string, n: number, group: Group): Promise<void>;
  completed(attemptId: string, facts: CompletedFacts): Promise<void>;
  /** `detail` becomes part of the report: a sentence for people, without secrets. */
  failed(attemptId: string | null, reason: string, detail: string): Promise<void>;
}

export interface CompletedFacts {
  readonly chunks: number;
  readonly planned: number;
  readonly target: TargetHeader;
  readonly warnings: readonly Warning[];
}

export interface AnnounceOptions {
  readonly bus: Bus;
  readonly rows: RowStore;
  readonly about: About;
  readonly traceparent: string;
  readonly log: Logger;
  /** Ends the waiting: the message was lost, the service stops, or the scan's deadline is over. */
  readonly signal: AbortSignal;
  readonly pauseFor?: (tries: number) => number;
}

const MAX_WARNINGS = 50;
const cutWarning = ({ code, detail, missing }: Warning): Warning => ({
  code,
  detail: cutText(detail),
  missing: missing.slice(0, 200).map((right) => cutText(right, 128)),
});

export function announcer({ bus, rows, about, traceparent, log, signal, pauseFor }: AnnounceOptions): Announcer {
  const wait = <T>(what: string, work: () => Promise<T>): Promise<T> =>
    waitOut(work, { log, what, signal, ...(pauseFor ? { pauseFor } : {}) });
  const publish = <T extends EventType>(type: T, detail: EventDetail<T>): Promise<void> =>
    wait(`publish ${type}`, () => bus.publish([{ type, detail, traceparent }]));
  // Field by field: what is given as `about` may be a whole job, with sealed credentials in it.
  const head = { version: 1, scanId: about.scanId, targetId: about.targetId } as const;

  return {
    started: (attemptId, planned) => publish('TargetScanStarted', { ...head, attemptId, planned }),
    async chunk(attemptId, n, { cut, whole }) {
      const key = rowsKey(about.scanId, about.targetId, attemptId, n);
      await wait('store findings', () => rows.put(key, whole));
      await publish('FindingsRecorded', {
        ...head,
        attemptId,
        chunk: n,
        rows: key,
        findings: [...cut] satisfies Finding[],
      });
    },
    completed: (attemptId, { chunks, planned, target, warnings }) =>
      publish('TargetScanCompleted', {
        ...head,
        attemptId,
        chunks,
        planned,
        target,
        warnings: warnings.slice(0, MAX_WARNINGS).map(cutWarning),
      }),
    failed: (attemptId, reason, detail) =>
      publish('TargetScanFailed', { ...head, attemptId, reason: cutText(reason, 64), detail: cutText(detail) }),
  };
}
