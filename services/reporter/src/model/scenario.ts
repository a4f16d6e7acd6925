import type { Finding } from '@cis-scan/contracts';
import type { RequestItem } from '@cis-scan/scan-table';
import { collect, type TargetEvent } from '../collect.ts';
import type { Context } from '../context.ts';
import { sweep } from '../sweep.ts';
import type { Faults } from './world.ts';

/** A message of the reporter's queue, and the real code that handles it. */
export interface ModelMessage {
  readonly name: string;
  readonly handle: (context: Context) => Promise<void>;
}

export interface Scenario {
  readonly name: string;
  readonly request: RequestItem;
  readonly messages: readonly ModelMessage[];
  /** Whether the customer may delete the scan at any moment. */
  readonly mayDelete?: boolean;
  readonly faults?: Faults;
  /** Changes what the code sees of its ports: for rules that are faulty in their order. */
  readonly wrap?: (context: Context) => Context;
}

const SCAN = 'scan';
const BENCHMARK = 'cis-aws-1.3.0';

export const requestOf = (targets: number): RequestItem => ({
  scanId: SCAN,
  caller: 'acme',
  requestId: 'request',
  fingerprint: '',
  emails: ['someone@example.com'],
  targets: Array.from({ length: targets }, (_, targetId) => ({
    targetId,
    provider: 'aws',
    account: '111122223333',
    cloud: 'aws',
    name: null,
    regions: null,
    benchmarks: [BENCHMARK],
  })),
  warnings: [],
  allowPartial: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  deadline: '2026-01-01T06:00:00.000Z',
  expiresAt: 0,
});

const finding = (attemptId: string, chunk: number): Finding => ({
  question: `${attemptId}/${chunk}`,
  check: `check-${chunk}`,
  title: '',
  why: '',
  fix: '',
  answers: [
    { benchmark: BENCHMARK, control: `1.${chunk}`, level: '1', assessment: 'automated', confidence: 'confirmed' },
  ],
  verdict: 'pass',
  suggested: null,
  basis: 'direct',
  reason: 'r',
  missing: [],
  counts: { pass: 0, fail: 0, manual: 0, 'not-applicable': 0, 'not-assessed': 0 },
  results: [],
});

const message = (name: string, event: TargetEvent): ModelMessage => ({
  name,
  handle: (context) => collect(context, event),
});
const about = (targetId: number, attemptId: string) => ({ version: 1, scanId: SCAN, targetId, attemptId }) as const;

export const chunk = (targetId: number, attemptId: string, n: number): ModelMessage =>
  message(`chunk ${targetId}${attemptId}.${n}`, {
    type: 'FindingsRecorded',
    detail: { ...about(targetId, attemptId), chunk: n, rows: '', findings: [finding(attemptId, n)] },
  });

export const completed = (targetId: number, attemptId: string, chunks: number): ModelMessage =>
  message(`completed ${targetId}${attemptId}`, {
    type: 'TargetScanCompleted',
    detail: {
      ...about(targetId, attemptId),
      chunks,
      planned: chunks,
      target: { provider: 'aws', account: '111122223333', name: null, cloud: 'aws', regions: null, startedAt: '' },
      warnings: [],
    },
  });

export const failed = (targetId: number): ModelMessage =>
  message(`failed ${targetId}`, {
    type: 'TargetScanFailed',
    detail: { ...about(targetId, 'x'), attemptId: null, reason: 'refused', detail: 'Refused.' },
  });

const post = { fromAddress: 'a@b.example', leaseMs: 300_000, send: async () => ({ kind: 'sent' }) as const };

/** A tick that the queue took after the scan's deadline. Mails are left to tests of their own. */
export const tick: ModelMessage = {
  name: 'tick',
  handle: (context) => {
    const due = async (...args: Parameters<Context['table']['due']>) =>
      (await context.table.due(...args)).filter(({ kind }) => kind === 'scan');
    const { table } = context;
    const scans = new Proxy(table, { get: (of, name) => (name === 'due' ? due : of[name as keyof typeof of]) });
    return sweep({ ...context, table: scans }, post, new Date('2026-01-01T07:00:00.000Z'));
  },
};
