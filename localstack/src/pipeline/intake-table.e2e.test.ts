import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { CursorError, type IntakeTable, type Outcome, type ReporterTable } from '@cis-scan/scan-table';
import { sampleRequest } from './samples.ts';
import {
  attempt,
  completed,
  EXPIRES,
  failed,
  mail,
  NOW,
  outcomes,
  report,
  startTables,
  type Tables,
} from './tables.ts';

let tables: Tables;
let intake: IntakeTable;
let reporter: ReporterTable;

beforeAll(async () => {
  tables = await startTables();
  ({ intake, reporter } = tables);
}, 120_000);

afterAll(() => tables?.stop());

const close = (scanId: string, outcome: Outcome, targetId = 0) =>
  reporter.closeTarget(scanId, targetId, outcome, [], EXPIRES, NOW);

async function newScan(targets = 1, more: Parameters<typeof sampleRequest>[1] = {}): Promise<string> {
  const scanId = randomUUID();
  expect(await intake.putRequest(sampleRequest(scanId, more, targets))).toEqual({ created: true });
  return scanId;
}

describe('intake', () => {
  test('a request is recorded once; the second one learns what stands there', async () => {
    const request = sampleRequest(randomUUID(), {
      emails: ['a@b.c'],
      warnings: [{ code: 'x', detail: 'y', missing: [] }],
    });
    expect(await intake.putRequest(request)).toEqual({ created: true });
    expect(await intake.putRequest({ ...request, fingerprint: 'other' })).toEqual({
      created: false,
      existing: request,
      queued: false,
    });
    await intake.putQueued(request.scanId, EXPIRES);
    expect(await intake.putRequest(request)).toMatchObject({ created: false, queued: true });
    const items = await intake.readScan(request.scanId);
    expect(items).toMatchObject({ request, queued: true, state: { total: 1, report: null, due: request.deadline } });
  });

  test('of many at once exactly one is the first', async () => {
    const request = sampleRequest(randomUUID());
    const answers = await Promise.all(Array.from({ length: 8 }, () => intake.putRequest(request)));
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
  });

  test('a deleted scan is gone, its id is free, and nothing brings it back', async () => {
    const scanId = await newScan();
    await reporter.recordChunk(attempt(scanId), 0, 1, NOW);
    expect(await intake.deleteScan(scanId)).toBe(true);
    expect(await intake.readScan(scanId)).toBeNull();
    await intake.putQueued(scanId, EXPIRES);
    expect(await close(scanId, completed('a1'))).toBe('ended');
    expect(await reporter.addDone(scanId, 0)).toBeNull();
    expect(await reporter.putReport(scanId, report, outcomes(completed('a1')), [mail(scanId)], EXPIRES)).toBe('ended');
    await reporter.announced(scanId);
    expect(await intake.deleteScan(scanId)).toBe(false);
    expect(await intake.putRequest(sampleRequest(scanId))).toEqual({ created: true });
    expect((await intake.readScan(scanId))?.attempts).toEqual([]);
  });

  test('a deletion that was broken off is brought to its end by the next request of that id', async () => {
    const scanId = await newScan();
    await close(scanId, completed('old'));
    await tables.doc.send(new DeleteCommand({ TableName: tables.table, Key: { pk: `SCAN#${scanId}`, sk: 'STATE' } }));
    expect(await intake.putRequest(sampleRequest(scanId))).toEqual({ created: true });
    expect((await intake.readScan(scanId))?.targets).toEqual([]);
  });

  test("a caller's scans, newest first, page by page, and nobody else's", async () => {
    const caller = `caller-${randomUUID()}`;
    for (const day of [1, 2, 3]) await newScan(1, { caller, createdAt: `2026-01-0${day}T00:00:00.000Z` });
    await newScan(1, { caller: `${caller}x` });
    const days: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<IntakeTable['scansOf']>> = await intake.scansOf(caller, { limit: 2, cursor });
      days.push(...page.items.map(({ createdAt }) => createdAt.slice(0, 10)));
      cursor = page.next;
    } while (cursor !== null);
    expect(days).toEqual(['2026-01-03', '2026-01-02', '2026-01-01']);
  });

  test.each([
    '',
    'nonsense',
    Buffer.from('["KEY#1","KEY","x"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('a cursor that is not ours: %j', async (cursor) => {
    await expect(intake.scansOf('acme', { limit: 2, cursor })).rejects.toThrow(CursorError);
  });

  test('open targets are those without outcome of scans without report', async () => {
    const caller = `caller-${randomUUID()}`;
    const [first] = [await newScan(3, { caller }), await newScan(2, { caller })];
    expect(await intake.openTargets(caller)).toBe(5);
    await close(first, completed('a1'), 1);
    await reporter.addDone(first, 1);
    expect(await intake.openTargets(caller)).toBe(4);
    for (const targetId of [0, 2]) await close(first, failed('x'), targetId);
    const all = outcomes(failed('x'), completed('a1'), failed('x'));
    expect(await reporter.putReport(first, report, all, [], EXPIRES)).toBe('stored');
    expect(await intake.openTargets(caller)).toBe(2);
  });

  test('requests are counted by caller and minute', async () => {
    const caller = `caller-${randomUUID()}`;
    expect(await intake.countRequest(caller, NOW)).toBe(1);
    expect(await intake.countRequest(caller, NOW)).toBe(2);
    expect(await intake.countRequest(caller, new Date(NOW.getTime() + 60_000))).toBe(1);
    expect(await intake.countRequest(`${caller}x`, NOW)).toBe(1);
  });
});

describe('keys', () => {
  const key = () => ({
    keyId: randomUUID(),
    hash: 'h',
    caller: 'acme',
    externalId: 'e',
    createdAt: NOW.toISOString(),
    revokedAt: null,
    validUntil: null,
    recipientDomains: null,
  });

  test('are found, listed, revoked once, and never appear among scans', async () => {
    const mine = { ...key(), caller: 'keys-only' };
    await tables.admin.putKey(mine);
    expect(await intake.keyOf(mine.keyId)).toEqual(mine);
    expect(await intake.keyOf('nobody')).toBeNull();
    expect(await tables.admin.revokeKey(mine.keyId, NOW)).toBe(true);
    expect(await tables.admin.revokeKey(mine.keyId, new Date())).toBe(true);
    expect(await tables.admin.revokeKey('nobody', NOW)).toBe(false);
    expect(await intake.keyOf(mine.keyId)).toEqual({ ...mine, revokedAt: NOW.toISOString() });
    expect((await tables.admin.listKeys()).map(({ keyId }) => keyId)).toContain(mine.keyId);
    expect((await intake.scansOf('keys-only', { limit: 9, cursor: null })).items).toEqual([]);
  });

  test.each(['', 'OPEN#acme', 'a b', 'x'.repeat(65)])('no caller is called %j', async (caller) => {
    await expect(tables.admin.putKey({ ...key(), caller })).rejects.toThrow(/a caller is named/);
  });
});

test('every item but keys expires', async () => {
  const { Items = [] } = await tables.doc.send(new ScanCommand({ TableName: tables.table }));
  expect(Items.length).toBeGreaterThan(20);
  const kept = Items.filter((item) => typeof item['expiresAt'] !== 'number').map((item) => item['sk']);
  expect(new Set(kept)).toEqual(new Set(['KEY']));
});
