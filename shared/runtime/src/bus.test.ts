import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createBus, MAX_BATCH_BYTES, type Bus } from './bus.ts';

type Answer = (types: string[]) => boolean[];

/** A bus that takes of each call the entries that `accepts` says. */
function fakeBus(accepts: Answer, tries = 5): { bus: Bus; calls: string[][]; sizes: number[]; taken: string[] } {
  const calls: string[][] = [];
  const sizes: number[] = [];
  const taken: string[] = [];
  const send = async ({ input }: PutEventsCommand): Promise<unknown> => {
    const entries = input.Entries ?? [];
    const types = entries.map(({ DetailType }) => DetailType ?? '');
    calls.push(types);
    sizes.push(entries.reduce((sum, { Detail }) => sum + Buffer.byteLength(Detail ?? ''), 0));
    const ok = accepts(types);
    taken.push(...types.filter((_, i) => ok[i]));
    return {
      FailedEntryCount: ok.filter((one) => !one).length,
      Entries: ok.map((one, i) => (one ? { EventId: String(i) } : { ErrorCode: 'InternalFailure' })),
    };
  };
  const client = { send } as unknown as EventBridgeClient;
  return {
    bus: createBus({ client, busName: 'b', source: 'cis-scan', tries, pauseFor: () => 0 }),
    calls,
    sizes,
    taken,
  };
}
const entries = (...types: string[]): { type: string; detail: unknown }[] =>
  types.map((type) => ({ type, detail: {} }));

describe('the bus', () => {
  test('sends again exactly what was refused', async () => {
    let call = 0;
    const { bus, calls, taken } = fakeBus((types) => {
      call += 1;
      return types.map((type) => call > 2 || type === 'b');
    });
    await bus.publish(entries('a', 'b', 'c'));
    expect(calls).toEqual([
      ['a', 'b', 'c'],
      ['a', 'c'],
      ['a', 'c'],
    ]);
    expect(taken.toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('throws when something stays refused, naming codes and no content', async () => {
    const { bus, calls } = fakeBus((types) => types.map((type) => type !== 'bad'), 3);
    await expect(bus.publish(entries('good', 'bad'))).rejects.toThrow(
      'the event bus refused 1 event(s): InternalFailure',
    );
    expect(calls).toEqual([['good', 'bad'], ['bad'], ['bad']]);
  });

  test('an event larger than a call may carry is a defect, before anything is sent', async () => {
    const { bus, calls } = fakeBus((types) => types.map(() => true));
    await expect(bus.publish([{ type: 'a', detail: 'x'.repeat(MAX_BATCH_BYTES) }])).rejects.toThrow(RangeError);
    expect(calls).toEqual([]);
  });

  test('cuts by count and by bytes, keeps order, loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 150_000 }), { maxLength: 30 }), async (sizes) => {
        const { bus, calls, sizes: sent } = fakeBus((types) => types.map(() => true));
        await bus.publish(sizes.map((size, i) => ({ type: String(i), detail: 'é'.repeat(size / 2) })));
        expect(calls.flat()).toEqual(sizes.map((_, i) => String(i)));
        expect(calls.every((call) => call.length <= 10)).toBe(true);
        expect(sent.every((size) => size <= MAX_BATCH_BYTES)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
