import { describe, expect, test } from '@jest/globals';
import type { AttemptItem, MailItem, Outcome, ScanItems, StoredReport, TargetItem } from './items.ts';
import { recipientIdOf } from './keys.ts';
import { statusOf } from './status.ts';

const minute = (n: number): string => `2026-01-01T00:${String(n).padStart(2, '0')}:00.000Z`;

const asked = (targetId: number) => ({
  targetId,
  provider: 'aws' as const,
  account: `11112222333${targetId}`,
  cloud: 'aws' as const,
  name: null,
  regions: null,
  benchmarks: ['cis-aws-1.3.0'],
});

function scan(
  more: Partial<Omit<ScanItems, 'state'>> & { targetCount?: number; report?: StoredReport } = {},
): ScanItems {
  const { targetCount = 1, report = null, ...items } = more;
  return {
    request: {
      scanId: 's',
      caller: 'acme',
      requestId: 'a b/c',
      fingerprint: '',
      emails: ['A@example.com', 'b@example.com'],
      targets: Array.from({ length: targetCount }, (_, targetId) => asked(targetId)),
      warnings: [],
      allowPartial: false,
      createdAt: minute(0),
      deadline: minute(59),
      expiresAt: 0,
    },
    queued: true,
    state: { scanId: 's', total: targetCount, done: new Set(), report, due: null, expiresAt: 0 },
    targets: [],
    attempts: [],
    mails: [],
    ...items,
  };
}

const attempt = (targetId: number, attemptId: string, more: Partial<AttemptItem> = {}): AttemptItem => ({
  scanId: 's',
  targetId,
  attemptId,
  got: new Set(),
  want: null,
  planned: null,
  answered: 0,
  header: null,
  warnings: [],
  startedAt: minute(1),
  updatedAt: minute(1),
  ...more,
});
const summary = {
  id: 'cis-aws-1.3.0',
  counts: { pass: 1, fail: 0, manual: 0, 'not-applicable': 0, 'not-assessed': 0 },
  score: 1,
  coverage: 1,
  reported: { pass: 0, fail: 0 },
};
const target = (targetId: number, outcome: Outcome, at = minute(5)): TargetItem => ({
  scanId: 's',
  targetId,
  outcome,
  benchmarks: outcome.kind === 'completed' ? [summary] : [],
  updatedAt: at,
});
const won = (attemptId: string): Outcome => ({ kind: 'completed', attemptId });
const failed: Outcome = { kind: 'failed', reason: 'deadline', detail: 'Too late.' };
const file = { key: 'k', bytes: 1 };
const reported = (status: 'completed' | 'failed'): StoredReport => ({
  status,
  html: file,
  csv: file,
  json: file,
  storedAt: minute(9),
});
const mail = (email: string, state: MailItem['state'], detail: string | null): MailItem => ({
  scanId: 's',
  recipientId: recipientIdOf(email),
  email,
  state,
  detail,
  tries: 1,
  lease: null,
  due: null,
  createdAt: minute(9),
  updatedAt: minute(10),
});

const CASES: readonly {
  name: string;
  items: ScanItems;
  status: string;
  progress: { done: number; total: number | null };
  targets: readonly string[];
  updatedAt: string;
}[] = [
  {
    name: 'nothing yet, jobs not even all queued',
    items: scan({ targetCount: 2, queued: false }),
    status: 'queued',
    progress: { done: 0, total: null },
    targets: ['queued', 'queued'],
    updatedAt: minute(0),
  },
  {
    name: 'one of two is being scanned',
    items: scan({ targetCount: 2, attempts: [attempt(1, 'a', { planned: 50, answered: 7, updatedAt: minute(3) })] }),
    status: 'running',
    progress: { done: 7, total: null },
    targets: ['queued', 'running'],
    updatedAt: minute(3),
  },
  {
    name: 'all planned',
    items: scan({
      targetCount: 2,
      attempts: [attempt(0, 'a', { planned: 50, answered: 7 }), attempt(1, 'a', { planned: 5, answered: 5 })],
    }),
    status: 'running',
    progress: { done: 12, total: 55 },
    targets: ['running', 'running'],
    updatedAt: minute(1),
  },
  {
    name: 'the newest attempt speaks, not the one that got furthest',
    items: scan({
      attempts: [
        attempt(0, 'b', { planned: 50, answered: 3, startedAt: minute(4) }),
        attempt(0, 'a', { planned: 50, answered: 40 }),
      ],
    }),
    status: 'running',
    progress: { done: 3, total: 50 },
    targets: ['running'],
    updatedAt: minute(1),
  },
  {
    name: 'the winner speaks, not a later attempt',
    items: scan({
      attempts: [
        attempt(0, 'b', { planned: 50, answered: 3, startedAt: minute(4) }),
        attempt(0, 'a', { planned: 50, answered: 50 }),
      ],
      targets: [target(0, won('a'))],
    }),
    status: 'reporting',
    progress: { done: 50, total: 50 },
    targets: ['completed'],
    updatedAt: minute(5),
  },
  {
    name: 'a failed target beside a queued one: the scan runs',
    items: scan({ targetCount: 2, targets: [target(0, failed)] }),
    status: 'running',
    progress: { done: 0, total: null },
    targets: ['failed', 'queued'],
    updatedAt: minute(5),
  },
  {
    name: 'a failed target asks no more than it has answered',
    items: scan({
      targetCount: 2,
      attempts: [attempt(0, 'a', { planned: 50, answered: 9 }), attempt(1, 'a', { planned: 5, answered: 5 })],
      targets: [target(0, failed), target(1, won('a'))],
    }),
    status: 'reporting',
    progress: { done: 14, total: 14 },
    targets: ['failed', 'completed'],
    updatedAt: minute(5),
  },
  {
    name: 'reported',
    items: scan({
      attempts: [attempt(0, 'a', { planned: 1, answered: 1 })],
      targets: [target(0, won('a'))],
      report: reported('completed'),
    }),
    status: 'completed',
    progress: { done: 1, total: 1 },
    targets: ['completed'],
    updatedAt: minute(9),
  },
  {
    name: 'every target failed',
    items: scan({
      targets: [target(0, failed)],
      report: reported('failed'),
      mails: [mail('A@example.com', 'sent', null)],
    }),
    status: 'failed',
    progress: { done: 0, total: 0 },
    targets: ['failed'],
    updatedAt: minute(10),
  },
];

describe('statusOf', () => {
  test.each(CASES)('$name', ({ items, ...wanted }) => {
    const { status, progress, targets, updatedAt, createdAt } = statusOf(items);
    expect({ status, progress, targets: targets.map((one) => one.status), updatedAt }).toEqual({
      status: wanted.status,
      progress: wanted.progress,
      targets: wanted.targets,
      updatedAt: wanted.updatedAt,
    });
    expect(createdAt).toBe(minute(0));
  });

  test('figures of a completed target, the reason of a failed one', () => {
    const items = scan({ targetCount: 2, targets: [target(0, won('a')), target(1, failed)] });
    expect(statusOf(items).targets).toMatchObject([
      { targetId: 0, account: '111122223330', benchmarks: [summary], error: null },
      { targetId: 1, benchmarks: [], error: { reason: 'deadline', detail: 'Too late.' } },
    ]);
  });

  test('addresses of the report only when it is there', () => {
    expect(statusOf(scan()).report).toBeNull();
    expect(statusOf(scan({ report: reported('completed') }), 'https://scan.example').report).toEqual({
      html: 'https://scan.example/scans/a%20b%2Fc/report?format=html',
      csv: 'https://scan.example/scans/a%20b%2Fc/report?format=csv',
      json: 'https://scan.example/scans/a%20b%2Fc/report?format=json',
    });
  });

  test('one delivery per recipient, pending until something is known', () => {
    const mails = [mail('a@example.com', 'refused', 'SMTP 550')];
    expect(statusOf(scan({ mails })).deliveries).toEqual([
      { email: 'A@example.com', status: 'refused', detail: 'SMTP 550' },
      { email: 'b@example.com', status: 'pending', detail: null },
    ]);
  });
});
