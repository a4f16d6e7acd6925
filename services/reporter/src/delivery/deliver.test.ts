import { beforeEach, describe, expect, test } from '@jest/globals';
import type { MailItem } from '@cis-scan/scan-table';
import type { Context } from '../context.ts';
import { memoryStore } from '../model/memory-store.ts';
import { memoryTable } from '../model/memory-table.ts';
import { fixedContext } from '../model/replay.ts';
import { chunk, completed, requestOf } from '../model/scenario.ts';
import { newWorld, type World } from '../model/world.ts';
import { messageIdOf, type Letter } from './compose.ts';
import { deliver, deliverScan, retryDelay, settlement } from './deliver.ts';
import type { Sent } from './verdict.ts';

const START = Date.parse('2026-01-02T00:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let world: World;
let context: Context;
let time: number;
let answer: Sent;
let sent: Letter[];

const post = {
  fromAddress: 'scan@mail.example',
  leaseMs: 300_000,
  send: async (letter: Letter): Promise<Sent> => {
    sent.push(letter);
    return answer;
  },
};

beforeEach(async () => {
  world = newWorld({ ...requestOf(1), emails: ['a@example.com', 'b@example.com', 'A@example.com'] });
  time = START;
  answer = { kind: 'sent' };
  sent = [];
  const bus = { publish: async () => {} };
  context = {
    ...fixedContext({ table: memoryTable(world), store: memoryStore(world), bus }),
    now: () => new Date(time),
  };
  for (const message of [chunk(0, 'a', 0), completed(0, 'a', 1)]) await message.handle(context);
  expect(world.state?.report?.status).toBe('completed');
});

const first = (): MailItem => {
  const mail = world.mails[0];
  if (!mail) throw new Error('no mail');
  return mail;
};
const states = (): string[] => world.mails.map(({ state }) => state);

describe('deliver', () => {
  test('one letter per mailbox, each with its own id, both files attached', async () => {
    await deliverScan(context, post, 'scan');
    await deliverScan(context, post, 'scan');
    expect(sent.map(({ to }) => to).sort()).toEqual(['A@example.com', 'b@example.com']);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(2);
    expect(sent[0]?.attachments.map(({ filename }) => filename)).toEqual([
      'cis-scan-request.html',
      'cis-scan-request.csv',
    ]);
    expect(states()).toEqual(['sent', 'sent']);
    expect(first().due).toBeNull();
  });

  test('two at once send once', async () => {
    await Promise.all([1, 2, 3].map(() => deliver(context, post, 'scan', first().recipientId)));
    expect(sent).toHaveLength(1);
  });

  test('who died with the lease leaves the mail to the next one, under the same id', async () => {
    const dying = { ...post, send: async (letter: Letter) => (sent.push(letter), new Promise<never>(() => {})) };
    void deliver(context, dying, 'scan', first().recipientId);
    await new Promise(setImmediate);
    await deliver(context, post, 'scan', first().recipientId);
    expect(sent).toHaveLength(1);
    time += 5 * MINUTE;
    await deliver(context, post, 'scan', first().recipientId);
    expect(sent).toHaveLength(2);
    expect(sent[0]?.messageId).toBe(sent[1]?.messageId);
    expect(states()[0]).toBe('sent');
  });

  test('tries again later and later, and gives up after a day', async () => {
    answer = { kind: 'failed', detail: 'SMTP 451' };
    const tries: number[] = [];
    for (; first().state === 'pending' && tries.length < 100; time = Date.parse(first().due ?? '')) {
      await deliver(context, post, 'scan', first().recipientId);
      tries.push(time - START);
      if (first().state !== 'pending') break;
      time += 1;
      await deliver(context, post, 'scan', first().recipientId);
      expect(sent).toHaveLength(tries.length);
    }
    expect(tries.slice(0, 4)).toEqual([0, 10_000, 30_000, 70_000]);
    expect(tries.at(-1)).toBeGreaterThanOrEqual(24 * HOUR);
    expect(tries.at(-1)).toBeLessThan(26 * HOUR);
    expect(first()).toMatchObject({ state: 'gave-up', detail: 'SMTP 451', due: null });
  });

  test('a refusal is final', async () => {
    answer = { kind: 'refused', detail: 'SMTP 550' };
    await deliver(context, post, 'scan', first().recipientId);
    time += HOUR;
    await deliver(context, post, 'scan', first().recipientId);
    expect(sent).toHaveLength(1);
    expect(first()).toMatchObject({ state: 'refused', detail: 'SMTP 550' });
  });

  test('a mail of a deleted scan is dropped and not sent', async () => {
    const { recipientId } = first();
    world.state = null;
    await deliver(context, post, 'scan', recipientId);
    expect(sent).toEqual([]);
    expect(world.mails.map((mail) => mail.recipientId)).not.toContain(recipientId);
  });

  test('what is too large to attach is linked, with an end', async () => {
    const report = world.state?.report;
    if (!world.state || !report) throw new Error('no report');
    world.state.report = { ...report, csv: { ...report.csv, bytes: 10_000_001 } };
    await deliver(context, post, 'scan', first().recipientId);
    expect(sent[0]?.attachments).toEqual([]);
    expect(sent[0]?.text).toContain(`https://store.example/${report.csv.key}`);
  });

  test('while the store is down nothing is leased', async () => {
    const store = { ...context.store, readReport: () => Promise.reject(new Error('down')) };
    await expect(deliver({ ...context, store }, post, 'scan', first().recipientId)).rejects.toThrow('down');
    expect(first()).toMatchObject({ state: 'pending', lease: null, tries: 0 });
  });
});

test.each([
  [1, 10_000],
  [2, 20_000],
  [9, 2_560_000],
  [10, HOUR],
  [60, HOUR],
])('after try %i it waits %i ms', (tries, wait) => {
  expect(retryDelay(tries)).toBe(wait);
});

test('a try that went well settles the mail, however late', () => {
  const mail = { tries: 99, createdAt: '2020-01-01T00:00:00.000Z' };
  expect(settlement({ kind: 'sent' }, mail, new Date(START))).toEqual({ state: 'sent', detail: null, retryAt: null });
});

test('a message id is of the form that mail servers take, at the domain of the sender', () => {
  expect(messageIdOf({ scanId: 's', recipientId: 'r' }, 'scan@mail.example')).toMatch(/^<[0-9a-f]{32}@mail\.example>$/);
});
