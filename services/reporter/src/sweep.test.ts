import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Due } from '@cis-scan/scan-table';
import type { Context } from './context.ts';
import { memoryStore } from './model/memory-store.ts';
import { memoryTable } from './model/memory-table.ts';
import { fixedContext } from './model/replay.ts';
import { chunk, completed, requestOf } from './model/scenario.ts';
import { newWorld, type World } from './model/world.ts';
import { sweep } from './sweep.ts';

let world: World;
let context: Context;
let published: unknown[];
let errors: unknown[];
const post = { fromAddress: 'a@b.example', leaseMs: 300_000, send: async () => ({ kind: 'sent' }) as const };

beforeEach(() => {
  world = newWorld(requestOf(2));
  published = [];
  errors = [];
  const bus = { publish: async (entries: readonly unknown[]) => void published.push(...entries) };
  const log = { info: () => {}, warn: () => {}, error: (...line: unknown[]) => void errors.push(line) };
  context = { ...fixedContext({ table: memoryTable(world), store: memoryStore(world), bus }), log };
});

const DEADLINE = new Date('2026-01-01T06:00:00.000Z');
const before = new Date(DEADLINE.getTime() - 1);

describe('sweep', () => {
  test('the deadline is judged by the time of the queue, not by ours', async () => {
    expect(context.now().getTime()).toBeGreaterThan(DEADLINE.getTime());
    await sweep(context, post, before);
    expect(world.targets).toEqual({});
    await sweep(context, post, DEADLINE);
    expect(world.targets).toMatchObject({
      0: { outcome: { reason: 'deadline' } },
      1: { outcome: { reason: 'deadline' } },
    });
    expect(world.state?.report?.status).toBe('failed');
  });

  test('keeps what has an outcome', async () => {
    for (const message of [chunk(1, 'a', 0), completed(1, 'a', 1)]) await message.handle(context);
    await sweep(context, post, DEADLINE);
    expect(world.targets).toMatchObject({ 0: { outcome: { kind: 'failed' } }, 1: { outcome: { kind: 'completed' } } });
    expect(world.state?.report?.status).toBe('completed');
  });

  test('announces a report whose announcement was cut short, once', async () => {
    await sweep(context, post, DEADLINE);
    if (!world.state) throw new Error('no state');
    world.state.due = DEADLINE.toISOString();
    published = [];
    await sweep(context, post, before);
    await sweep(context, post, before);
    expect(published).toMatchObject([{ type: 'ScanReported' }]);
  });

  test('sends what is due', async () => {
    await sweep(context, post, DEADLINE);
    await sweep(context, post, before);
    expect(world.mails.map(({ state }) => state)).toEqual(['sent']);
  });

  test('one thing that fails does not keep the others', async () => {
    const bad: Due = { kind: 'mail', scanId: 'other', recipientId: 'x' };
    const table = {
      ...context.table,
      due: async () => [bad, { kind: 'scan', scanId: 'scan' } as const],
      readScan: (scanId: string) =>
        scanId === 'other' ? Promise.reject(new Error('unreadable')) : memoryTable(world).readScan(scanId),
    };
    await sweep({ ...context, table }, post, DEADLINE);
    expect(errors).toHaveLength(1);
    expect(world.state?.report).not.toBeNull();
  });
});
