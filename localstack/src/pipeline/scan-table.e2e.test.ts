import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import {
  adminTable,
  CursorError,
  intakeTable,
  recipientIdOf,
  reporterTable,
  type AdminTable,
  type IntakeTable,
  type Outcome,
  type ReporterTable,
  type StoredReport,
} from '@cis-scan/scan-table';
import { startEmulator, type Emulator } from '../emulator.ts';
import { provision } from '../provision.ts';
import { sampleHeader, sampleRequest } from './samples.ts';

let emulator: Emulator;
let client: DynamoDBClient;
let doc: DynamoDBDocumentClient;
let table: string;
let intake: IntakeTable;
let reporter: ReporterTable;
let admin: AdminTable;

beforeAll(async () => {
  emulator = await startEmulator();
  const env = await provision({ endpoint: emulator.url });
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, DB_TABLE_NAME } = env;
  if (!AWS_REGION || !AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY || !AWS_SESSION_TOKEN || !DB_TABLE_NAME) {
    throw new Error('provision() left something out');
  }
  client = new DynamoDBClient({
    region: AWS_REGION,
    endpoint: emulator.url,
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      sessionToken: AWS_SESSION_TOKEN,
    },
  });
  doc = DynamoDBDocumentClient.from(client);
  table = DB_TABLE_NAME;
  intake = intakeTable(doc, table);
  reporter = reporterTable(doc, table);
  admin = adminTable(doc, table);
}, 120_000);

afterAll(async () => {
  client?.destroy();
  await emulator?.stop();
});

const NOW = new Date('2026-01-01T00:10:00.000Z');
const EXPIRES = 4_000_000_000;
const attempt = (scanId: string, targetId = 0, attemptId = 'a1') => ({
  scanId,
  targetId,
  attemptId,
  expiresAt: EXPIRES,
});
const whole = (chunks: number, targetId = 0) => ({ chunks, planned: 3, header: sampleHeader(targetId), warnings: [] });
const completed = (attemptId: string): Outcome => ({ kind: 'completed', attemptId });
const failed = (reason: string): Outcome => ({ kind: 'failed', reason, detail: 'A sentence.' });
const file = { key: 'reports/x', bytes: 1 };
const report: StoredReport = {
  status: 'completed',
  html: file,
  csv: file,
  json: file,
  storedAt: '2026-01-01T00:11:00.000Z',
};
const close = (scanId: string, outcome: Outcome, targetId = 0) =>
  reporter.closeTarget(scanId, targetId, outcome, [], EXPIRES, NOW);
const outcomes = (...list: Outcome[]) => new Map(list.map((outcome, targetId) => [targetId, outcome]));
const mail = (scanId: string) => ({
  scanId,
  recipientId: recipientIdOf('someone@example.com'),
  email: 'someone@example.com',
  state: 'pending' as const,
  detail: null,
  tries: 0,
  lease: null,
  due: NOW.toISOString(),
  createdAt: NOW.toISOString(),
  updatedAt: NOW.toISOString(),
});

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
    await doc.send(new DeleteCommand({ TableName: table, Key: { pk: `SCAN#${scanId}`, sk: 'STATE' } }));
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
    await admin.putKey(mine);
    expect(await intake.keyOf(mine.keyId)).toEqual(mine);
    expect(await intake.keyOf('nobody')).toBeNull();
    expect(await admin.revokeKey(mine.keyId, NOW)).toBe(true);
    expect(await admin.revokeKey(mine.keyId, new Date())).toBe(true);
    expect(await admin.revokeKey('nobody', NOW)).toBe(false);
    expect(await intake.keyOf(mine.keyId)).toEqual({ ...mine, revokedAt: NOW.toISOString() });
    expect((await admin.listKeys()).map(({ keyId }) => keyId)).toContain(mine.keyId);
    expect((await intake.scansOf('keys-only', { limit: 9, cursor: null })).items).toEqual([]);
  });

  test.each(['', 'OPEN#acme', 'a b', 'x'.repeat(65)])('no caller is called %j', async (caller) => {
    await expect(admin.putKey({ ...key(), caller })).rejects.toThrow(/a caller is named/);
  });
});

describe('attempts', () => {
  test('grow in any order; a chunk that comes twice counts once', async () => {
    const scanId = await newScan();
    expect(await reporter.recordChunk(attempt(scanId), 1, 2, NOW)).toMatchObject({
      want: null,
      planned: null,
      answered: 2,
    });
    expect(await reporter.recordChunk(attempt(scanId), 1, 2, NOW)).toMatchObject({ got: new Set([1]), answered: 2 });
    expect(await reporter.recordCompleted(attempt(scanId), whole(2), NOW)).toMatchObject({
      want: 2,
      got: new Set([1]),
    });
    await reporter.recordStarted(attempt(scanId), 3, new Date(NOW.getTime() + 5000));
    const grown = await reporter.recordChunk(attempt(scanId), 0, 1, NOW);
    expect(grown).toMatchObject({ got: new Set([0, 1]), want: 2, planned: 3, answered: 3, header: sampleHeader() });
    expect(grown.startedAt).toBe(NOW.toISOString());
    expect((await reporter.readScan(scanId))?.attempts).toEqual([grown]);
  });

  test('the last of many concurrent chunks sees all of them', async () => {
    const scanId = await newScan();
    const seen = await Promise.all(
      Array.from({ length: 12 }, (_, n) => reporter.recordChunk(attempt(scanId), n, 1, NOW)),
    );
    expect(seen.filter(({ got }) => got.size === 12)).toHaveLength(1);
  });
});

describe('outcomes', () => {
  test.each([
    ['the first whole attempt wins', [completed('a1'), completed('a2')], ['won', 'lost'], completed('a1')],
    ['completed replaces failed', [failed('x'), completed('a1')], ['won', 'won'], completed('a1')],
    ['failed does not replace completed', [completed('a1'), failed('x')], ['won', 'lost'], completed('a1')],
    ['failed does not replace failed', [failed('x'), failed('y')], ['won', 'lost'], failed('x')],
  ])('%s', async (_, tries, answers, stands) => {
    const scanId = await newScan();
    const got = [];
    for (const outcome of tries) got.push(await close(scanId, outcome));
    expect(got).toEqual(answers);
    expect((await reporter.readScan(scanId))?.targets[0]?.outcome).toEqual(stands);
  });

  test('nothing changes any more beside a report', async () => {
    const scanId = await newScan();
    await close(scanId, failed('x'));
    expect(await reporter.putReport(scanId, report, outcomes(failed('x')), [], EXPIRES)).toBe('stored');
    expect(await close(scanId, completed('late'))).toBe('ended');
    expect(await reporter.putReport(scanId, report, outcomes(failed('x')), [], EXPIRES)).toBe('ended');
    expect((await reporter.readScan(scanId))?.targets[0]?.outcome).toEqual(failed('x'));
  });

  test('a report that was built from other outcomes is not stored, nor are its mails', async () => {
    const scanId = await newScan(2);
    await close(scanId, failed('x'), 0);
    await close(scanId, failed('x'), 1);
    await close(scanId, completed('a1'), 1);
    const read = outcomes(failed('x'), failed('x'));
    expect(await reporter.putReport(scanId, report, read, [mail(scanId)], EXPIRES)).toBe('changed');
    expect(await reporter.readScan(scanId)).toMatchObject({ state: { report: null }, mails: [] });
  });

  test('fifty targets and ten mails fit into one transaction', async () => {
    const scanId = await newScan(50);
    const all = Array.from({ length: 50 }, () => failed('x'));
    await Promise.all(all.map((outcome, targetId) => close(scanId, outcome, targetId)));
    const mails = Array.from({ length: 10 }, (_, i) => ({ ...mail(scanId), recipientId: `r${i}` }));
    expect(await reporter.putReport(scanId, report, outcomes(...all), mails, EXPIRES)).toBe('stored');
    expect((await reporter.readScan(scanId))?.mails).toHaveLength(10);
  });
});

describe('what is due', () => {
  const dueAt = async (at: string, scanId: string) =>
    (await reporter.due(new Date(at), 1000)).filter((one) => one.scanId === scanId).map(({ kind }) => kind);

  test('the deadline, then the announcement, then nothing', async () => {
    const scanId = await newScan();
    expect(await dueAt('2026-01-01T05:59:59.000Z', scanId)).toEqual([]);
    expect(await dueAt('2026-01-01T06:00:00.000Z', scanId)).toEqual(['scan']);
    await close(scanId, failed('x'));
    await reporter.putReport(scanId, report, outcomes(failed('x')), [mail(scanId)], EXPIRES);
    expect(await dueAt(report.storedAt, scanId)).toEqual(['mail', 'scan']);
    await reporter.announced(scanId);
    expect(await dueAt('2026-01-01T06:00:00.000Z', scanId)).toEqual(['mail']);
  });

  test('a mail has one holder at a time and is settled by its holder only', async () => {
    const scanId = await newScan();
    await close(scanId, failed('x'));
    await reporter.putReport(scanId, report, outcomes(failed('x')), [mail(scanId)], EXPIRES);
    const { recipientId } = mail(scanId);
    const until = new Date(NOW.getTime() + 60_000);
    const lease = (name: string, now: Date) => reporter.leaseMail(scanId, recipientId, name, now, until);

    const taken = await Promise.all(['a', 'b', 'c'].map((name) => lease(name, NOW)));
    const held = taken.find((one) => one !== null);
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    if (!held) throw new Error('nobody holds it');
    const later = await lease('d', until);
    expect(later).toMatchObject({ lease: 'd', tries: 2 });
    const sent = { state: 'sent', detail: null, retryAt: null } as const;
    expect(await reporter.settleMail(held, sent, NOW)).toBe(false);
    if (!later) throw new Error('nobody holds it');
    const retry = { state: 'pending', detail: 'SMTP 450', retryAt: until } as const;
    expect(await reporter.settleMail(later, retry, NOW)).toBe(true);
    const again = await lease('e', until);
    if (!again) throw new Error('nobody holds it');
    expect(await reporter.settleMail(again, sent, until)).toBe(true);
    expect(await lease('f', new Date(until.getTime() + 1e9))).toBeNull();
    expect(await dueAt('2027-01-01T00:00:00.000Z', scanId)).toEqual(['scan']);
    expect((await reporter.readScan(scanId))?.mails[0]).toMatchObject({ state: 'sent', detail: null, due: null });
  });
});

test('every item but keys expires', async () => {
  const { Items = [] } = await doc.send(new ScanCommand({ TableName: table }));
  expect(Items.length).toBeGreaterThan(50);
  const kept = Items.filter((item) => typeof item['expiresAt'] !== 'number').map((item) => item['sk']);
  expect(new Set(kept)).toEqual(new Set(['KEY']));
});
