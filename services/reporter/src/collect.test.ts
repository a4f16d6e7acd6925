import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Finding, Result } from '@cis-scan/contracts';
import { collect, type TargetEvent } from './collect.ts';
import type { Context } from './context.ts';
import { memoryStore } from './model/memory-store.ts';
import { memoryTable } from './model/memory-table.ts';
import { fixedContext } from './model/replay.ts';
import { chunk, completed, failed, requestOf } from './model/scenario.ts';
import { newWorld, type World } from './model/world.ts';
import type { ScanOutcome } from './report/index.ts';

let world: World;
let context: Context;
let published: unknown[];

function begin(targets = 1): void {
  world = newWorld(requestOf(targets));
  published = [];
  const bus = { publish: async (entries: readonly unknown[]) => void published.push(...entries) };
  context = fixedContext({ table: memoryTable(world), store: memoryStore(world), bus });
}
beforeEach(() => begin());

const reported = (): ScanOutcome =>
  JSON.parse(world.files[world.state?.report?.json.key ?? ''] ?? 'null') as ScanOutcome;
const completedEvent = (account: string, chunks = 1, planned = 1): TargetEvent => ({
  type: 'TargetScanCompleted',
  detail: {
    version: 1,
    scanId: 'scan',
    targetId: 0,
    attemptId: 'a',
    chunks,
    planned,
    target: { provider: 'aws', account, name: null, cloud: 'aws', regions: null, startedAt: '' },
    warnings: [{ code: 'x', detail: 'y', missing: [] }],
  },
});

describe('collect', () => {
  test('a start is only noted', async () => {
    const detail = { version: 1, scanId: 'scan', targetId: 0, attemptId: 'a', planned: 55 } as const;
    await collect(context, { type: 'TargetScanStarted', detail });
    expect(world.attempts['0/a']).toMatchObject({ planned: 55, want: null });
    expect(world.targets).toEqual({});
  });

  test('the last piece, whichever it is, closes the scan and announces it', async () => {
    for (const message of [completed(0, 'a', 2), chunk(0, 'a', 1)]) await message.handle(context);
    expect(world.state?.report).toBeNull();
    await chunk(0, 'a', 0).handle(context);
    expect(world.state?.report?.status).toBe('completed');
    expect(world.targets[0]?.benchmarks).toMatchObject([{ id: 'cis-aws-1.3.0', counts: { pass: 2 }, score: 1 }]);
    expect(published).toMatchObject([{ type: 'ScanReported', detail: { scanId: 'scan', status: 'completed' } }]);
    expect(world.state?.due).toBeNull();
  });

  test('completed replaces failed until there is a report, and nothing does after it', async () => {
    begin(2);
    await failed(0).handle(context);
    for (const message of [chunk(0, 'a', 0), completed(0, 'a', 1)]) await message.handle(context);
    expect(world.targets[0]?.outcome).toEqual({ kind: 'completed', attemptId: 'a' });
    await failed(1).handle(context);
    expect(reported().targets).toMatchObject([{ findings: [{}] }, { error: { reason: 'refused' } }]);
    const before = structuredClone(world);
    for (const message of [chunk(1, 'b', 0), completed(1, 'b', 1), failed(0)]) await message.handle(context);
    expect(world).toEqual(before);
  });

  test('an attempt at another account is not taken for the one asked for', async () => {
    await chunk(0, 'a', 0).handle(context);
    await collect(context, completedEvent('999999999999'));
    expect(world.targets).toEqual({});
  });

  test('findings that do not answer the benchmark make a failed target, never half a report', async () => {
    await collect(context, completedEvent('111122223333', 0));
    expect(world.targets[0]?.outcome).toMatchObject({ kind: 'failed', reason: 'incomplete' });
    expect(world.state?.report?.status).toBe('failed');
  });

  test('fewer findings than were planned make a failed target, though each of them answers', async () => {
    await chunk(0, 'a', 0).handle(context);
    await collect(context, completedEvent('111122223333', 1, 2));
    expect(world.targets[0]?.outcome).toMatchObject({ kind: 'failed', reason: 'incomplete' });
  });

  test('a target that the request does not have is nobody', async () => {
    const event = completedEvent('111122223333');
    const detail = { ...event.detail, targetId: 7 };
    await collect(context, { ...event, detail } as TargetEvent);
    expect(world.attempts).toEqual({});
  });

  test('of a deleted scan nothing is written', async () => {
    world.state = null;
    const before = structuredClone(world);
    for (const message of [chunk(0, 'a', 0), completed(0, 'a', 1), failed(0)]) await message.handle(context);
    expect(world).toEqual(before);
  });
});

describe('the report', () => {
  const rows = (change: (finding: Finding) => Finding | null): void => {
    const { store } = context;
    const readRows: typeof store.readRows = async (ref) => {
      const { findings } = await store.readChunk(ref);
      const changed = findings.map(change);
      return changed.every((one) => one !== null) ? changed : null;
    };
    context = { ...context, store: { ...store, readRows } };
  };
  const result: Result = { id: 'r', region: null, verdict: 'pass', cause: null, reason: 'x', evidence: [] };

  test('holds all rows, where they are stored', async () => {
    rows((finding) => ({ ...finding, results: [result] }));
    await chunk(0, 'a', 0).handle(context);
    await collect(context, completedEvent('111122223333'));
    expect(reported().targets).toMatchObject([{ findings: [{ results: [{ id: 'r' }] }], warnings: [{ code: 'x' }] }]);
  });

  test.each<[string, (finding: Finding) => Finding | null]>([
    ['are gone', () => null],
    ['are those of other questions', (finding) => ({ ...finding, question: 'other', results: [result] })],
  ])('says so, where full rows %s', async (_, change) => {
    rows(change);
    await chunk(0, 'a', 0).handle(context);
    await collect(context, completedEvent('111122223333'));
    expect(reported().targets).toMatchObject([
      { findings: [{ results: [] }], warnings: [{ code: 'x' }, { code: 'results-cut' }] },
    ]);
  });
});
