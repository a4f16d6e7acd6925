import { describe, expect, test } from '@jest/globals';
import type { ScanItems } from './items.ts';
import { statusOf } from './status.ts';
import { attempt, failed, mail, minute, reported, scan, summary, target, won } from './testing/items.ts';

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
