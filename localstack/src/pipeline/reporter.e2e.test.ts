import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  attemptEvents,
  delivered,
  mailsTo,
  newScan,
  objects,
  shuffled,
  stage,
  startStage,
  status,
  stopStage,
  storedReport,
} from './reporter-stage.ts';

jest.setTimeout(60_000);
beforeAll(startStage, 120_000);
afterAll(async () => {
  // Both ended in order, and nothing is left of the spooled reports.
  expect(await stopStage()).toEqual({ codes: [0, 0], left: [] });
}, 60_000);

describe('two reporters', () => {
  test('every event twice and in any order: one whole report, one mail per recipient', async () => {
    const emails = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`];
    const { scanId } = await newScan({ emails }, 3);
    const controls = ['1.2', '1.10', '2.1.1', '3.1'];
    const once = [
      ...(await attemptEvents(scanId, 0, controls)),
      ...(await attemptEvents(scanId, 0, controls)),
      ...(await attemptEvents(scanId, 1, controls)),
      {
        type: 'TargetScanFailed',
        detail: { version: 1, scanId, targetId: 2, attemptId: null, reason: 'x', detail: 'y' },
      },
    ];
    await stage().bus.publish(shuffled([...once, ...once]));
    const ended = await status(scanId, (s) => s.report !== null && delivered(s));
    expect(ended).toMatchObject({
      status: 'completed',
      progress: { done: 8, total: 8 },
      targets: [{ status: 'completed' }, { status: 'completed' }, { status: 'failed' }],
      deliveries: emails.map((email) => ({ email, status: 'sent', detail: null })),
    });
    expect(ended.targets[0]?.benchmarks).toMatchObject([
      { id: 'cis-aws-1.3.0', counts: { fail: 4 }, score: 0, coverage: 1 },
    ]);
    const report = await storedReport(scanId);
    for (const target of report.targets.slice(0, 2)) {
      if ('error' in target) throw new Error('a target failed');
      expect(target.benchmarks[0]?.controls.map(({ control }) => control)).toEqual(controls);
      // What is reported comes from the full rows, not from the cut events.
      expect(target.benchmarks[0]?.controls.map(({ resources }) => resources.length)).toEqual([2, 2, 2, 2]);
    }
    const ids = emails.flatMap((email) => mailsTo(email).map(({ messageId }) => messageId));
    expect(new Set(ids).size).toBe(2);
    expect(ids).toHaveLength(2);
    for (const email of emails) expect(mailsTo(email)[0]?.attachments.map(({ name }) => name)).toHaveLength(2);
  });

  test('a scan all of whose targets failed is told as failed', async () => {
    const { scanId } = await newScan();
    const detail = { version: 1, scanId, targetId: 0, attemptId: null, reason: 'access-denied', detail: 'Refused.' };
    await stage().bus.publish([{ type: 'TargetScanFailed', detail }]);
    expect(await status(scanId, (s) => s.report !== null && delivered(s))).toMatchObject({
      status: 'failed',
      targets: [{ status: 'failed', error: { reason: 'access-denied', detail: 'Refused.' } }],
      deliveries: [{ status: 'sent' }],
    });
    expect((await storedReport(scanId)).targets).toMatchObject([{ error: { reason: 'access-denied' } }]);
  });

  test('the deadline fails what has no outcome, and keeps what has one', async () => {
    const { scanId } = await newScan({ deadline: new Date(Date.now() + 1000).toISOString() }, 2);
    await stage().bus.publish(await attemptEvents(scanId, 1, ['1.2']));
    expect(await status(scanId, (s) => s.report !== null)).toMatchObject({
      status: 'completed',
      targets: [{ status: 'failed', error: { reason: 'deadline' } }, { status: 'completed' }],
    });
  });

  test('a refused recipient is noted with the code, the others get their mail', async () => {
    const emails = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`];
    const { scanId } = await newScan({ emails });
    stage().mailbox.refuse(emails[0] ?? '', 550);
    await stage().bus.publish(await attemptEvents(scanId, 0, ['1.2']));
    expect((await status(scanId, (s) => s.report !== null && delivered(s))).deliveries).toMatchObject([
      { status: 'refused', detail: expect.stringMatching(/^SMTP 550/) as unknown },
      { status: 'sent' },
    ]);
  });

  test('a recipient refused for now stays pending', async () => {
    const { scanId, emails } = await newScan();
    stage().mailbox.refuse(emails[0] ?? '', 451);
    await stage().bus.publish(await attemptEvents(scanId, 0, ['1.2']));
    const { deliveries } = await status(scanId, (s) => typeof s.deliveries[0]?.detail === 'string');
    expect(deliveries).toMatchObject([{ status: 'pending', detail: expect.stringMatching(/^SMTP 451/) as unknown }]);
  });

  test('late events do not bring a deleted scan back', async () => {
    const { scanId } = await newScan();
    const [started, chunk, completed] = await attemptEvents(scanId, 0, ['1.2']);
    if (!started || !chunk || !completed) throw new Error('an event is missing');
    await stage().bus.publish([started, chunk]);
    await status(scanId, (s) => s.progress.done === 1);
    await stage().intake.deleteScan(scanId);
    const other = await newScan();
    await stage().bus.publish([completed, chunk, started, ...(await attemptEvents(other.scanId, 0, ['1.2']))]);
    await status(other.scanId, (s) => s.report !== null);
    expect(await stage().intake.readScan(scanId)).toBeNull();
    expect(await stage().intake.deleteScan(scanId)).toBe(false);
    expect((await objects(scanId)).filter((key) => key.startsWith('reports/'))).toEqual([]);
  });
});
