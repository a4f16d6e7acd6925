import { beforeEach, expect, test } from '@jest/globals';
import { createLogger, type Received } from '@cis-scan/runtime';
import { CodecError } from '@cis-scan/scan-table';
import { reporterHandle, type HandleContext } from './handle.ts';
import { memoryStore } from './model/memory-store.ts';
import { memoryTable } from './model/memory-table.ts';
import { fixedContext } from './model/replay.ts';
import { requestOf } from './model/scenario.ts';
import { newWorld, type World } from './model/world.ts';

const QUIET = createLogger('test');
QUIET.level = 'silent';
const AFTER_DEADLINE = new Date('2026-01-01T07:00:00.000Z');
const never = new AbortController().signal;

let world: World;
let context: HandleContext;
let sends: number;
const post = {
  fromAddress: 'a@b.example',
  leaseMs: 300_000,
  send: async () => {
    sends += 1;
    return { kind: 'sent' } as const;
  },
};

beforeEach(() => {
  world = newWorld(requestOf(1));
  sends = 0;
  const ports = { table: memoryTable(world), store: memoryStore(world), bus: { publish: async () => {} } };
  context = { ...fixedContext(ports), log: QUIET };
});

const message = (type: string, detail: object): Received => ({
  messageId: 'm',
  body: JSON.stringify({ source: 'cis-scan', 'detail-type': type, detail: { version: 1, ...detail } }),
  attributes: {},
  receiveCount: 1,
  sentAt: AFTER_DEADLINE,
});
const failed = message('TargetScanFailed', { scanId: 'scan', targetId: 0, attemptId: null, reason: 'r', detail: 'd' });
const tick = message('Tick', { at: '2026-01-01T00:00:00.000Z' });
const reported = message('ScanReported', { scanId: 'scan', status: 'failed' });

test('an event is collected, its report announced, and the announcement sends the mails', async () => {
  const handle = reporterHandle(context, post);
  expect(await handle(failed, never)).toBe('done');
  expect(world.state?.report?.status).toBe('failed');
  expect(sends).toBe(0);
  expect(await handle(reported, never)).toBe('done');
  expect(await handle(reported, never)).toBe('done');
  expect(sends).toBe(1);
});

test("a tick sweeps by the queue's time, whatever it says itself", async () => {
  expect(await reporterHandle(context, post)(tick, never)).toBe('done');
  expect(world.targets[0]?.outcome).toMatchObject({ reason: 'deadline' });
});

test('ticks do not pile up behind a slow sweep', async () => {
  const slow = Promise.withResolvers<[]>();
  let sweeps = 0;
  const due = () => {
    sweeps += 1;
    return slow.promise;
  };
  const handle = reporterHandle({ ...context, table: { ...context.table, due } }, post);
  const first = handle(tick, never);
  expect(await handle(tick, never)).toBe('done');
  slow.resolve([]);
  expect(await first).toBe('done');
  await handle(tick, never);
  expect(sweeps).toBe(2);
});

test('what is no event of ours is left for the dead-letter queue', async () => {
  const handle = reporterHandle(context, post);
  expect(await handle({ ...failed, body: 'hello' }, never)).toBe('leave');
  expect(await handle(message('TargetScanFailed', { version: 99 }), never)).toBe('leave');
});

test('an outage is thrown, for the queue to wait out; an unreadable item is not', async () => {
  const failing = (error: Error) => {
    const readState = async () => {
      throw error;
    };
    return reporterHandle({ ...context, table: { ...context.table, readState } }, post);
  };
  await expect(failing(new Error('table down'))(failed, never)).rejects.toThrow('table down');
  expect(await failing(new CodecError('STATE', 'total'))(failed, never)).toBe('leave');
});
