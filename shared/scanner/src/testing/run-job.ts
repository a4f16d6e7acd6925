import { expect } from '@jest/globals';
import { EVENTS, type EventType, type Finding, type Job } from '@cis-scan/contracts';
import type { Plan } from '@cis-scan/engine';
import type { BusEntry, Metric } from '@cis-scan/runtime';
import pino from 'pino';
import { Check } from 'typebox/value';
import { jobHandler, type JobLoopOptions } from '../job-loop.ts';
import type { OpenTarget, ScanProvider } from '../provider.ts';
import { finding, header, job, result, SEALED_CANARY } from './samples.ts';

const plan = { questions: [{}, {}, {}] } as unknown as Plan;
export const FINDINGS = ['1.1', '1.2', '1.3'].map((control) => finding(control, [result(control)]));
export type Scan = OpenTarget['scan'];

export async function* found(): AsyncGenerator<Finding> {
  yield* FINDINGS;
}
export const provider = (scan: Scan, more: Partial<ScanProvider> = {}): ScanProvider => ({
  plan: async () => plan,
  open: async () => ({ header, warnings: [], scan, close: () => {} }),
  ...more,
});

export interface Run {
  readonly job?: Partial<Job>;
  readonly body?: string;
  readonly attributes?: Record<string, string>;
  readonly receiveCount?: number;
  readonly signal?: AbortSignal;
  readonly options?: Partial<JobLoopOptions>;
}

/** Handles one message; everything in the order in which it went out. */
export async function run(scanner: ScanProvider, { signal, options, ...given }: Run = {}) {
  const out: string[] = [];
  const events: BusEntry[] = [];
  const log: string[] = [];
  const metrics: Metric[] = [];
  const handle = jobHandler({
    provider: scanner,
    bus: {
      publish: async (entries) => {
        events.push(...entries);
        out.push(...entries.map(({ type }) => type));
      },
    },
    rows: { put: async (key) => void out.push(key.replace(/[0-9a-f-]{36}/, 'ATTEMPT')) },
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    targetTimeLimitSeconds: 60,
    now: () => new Date('2026-11-22T00:00:00.000Z'),
    limits: { bytes: 1, milliseconds: 60_000 },
    emit: (metric) => void metrics.push(metric),
    pauseFor: () => 0,
    ...options,
  });
  const outcome = await handle(
    {
      messageId: 'm',
      body: given.body ?? JSON.stringify(job(given.job)),
      attributes: given.attributes ?? { scanId: 'scan-1', targetId: '0' },
      receiveCount: given.receiveCount ?? 1,
      sentAt: new Date('2026-11-21T23:59:59.000Z'),
    },
    signal ?? new AbortController().signal,
  );
  for (const { type, detail } of events) expect([type, Check(EVENTS[type as EventType], detail)]).toEqual([type, true]);
  for (const text of [log.join(''), JSON.stringify(events), JSON.stringify(metrics)])
    expect(text).not.toContain(SEALED_CANARY);
  return { outcome, out, events, metrics };
}
