import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type IntakeTable, type Outcome, type ReporterTable } from '@cis-scan/scan-table';
import { sampleHeader, sampleRequest } from './samples.ts';
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

const whole = (chunks: number, targetId = 0) => ({ chunks, planned: 3, header: sampleHeader(targetId), warnings: [] });
const close = (scanId: string, outcome: Outcome, targetId = 0) =>
  reporter.closeTarget(scanId, targetId, outcome, [], EXPIRES, NOW);

async function newScan(targets = 1, more: Parameters<typeof sampleRequest>[1] = {}): Promise<string> {
  const scanId = randomUUID();
  expect(await intake.putRequest(sampleRequest(scanId, more, targets))).toEqual({ created: true });
  return scanId;
}

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
