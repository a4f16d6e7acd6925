import { describe, expect, test } from '@jest/globals';
import type { Finding } from '@cis-scan/contracts';
import fc from 'fast-check';
import { grouped, type Group, type GroupLimits } from './group.ts';
import { finding, result } from './testing/samples.ts';

const never = new AbortController().signal;
const patient: GroupLimits = { bytes: 200_000, milliseconds: 60_000 };

const sized = (control: string, size: number): Finding =>
  finding(
    control,
    Array.from({ length: 40 }, (_, i) => result(`${i}-${'x'.repeat(size)}`, 'fail')),
  );

async function* from(findings: readonly Finding[]): AsyncGenerator<Finding> {
  yield* findings;
}
const all = async (groups: AsyncIterable<Group>): Promise<Group[]> => {
  const list: Group[] = [];
  for await (const group of groups) list.push(group);
  return list;
};
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('groups of findings', () => {
  test('hold everything once, in order, each small enough for an event', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 40 }), async (sizes) => {
        const findings = sizes.map((size, i) => sized(String(i), size));
        const groups = await all(grouped(from(findings), never, patient));
        expect(groups.flatMap(({ whole }) => whole)).toEqual(findings);
        for (const { cut, whole } of groups) {
          expect(cut.map(({ question }) => question)).toEqual(whole.map(({ question }) => question));
          expect(cut.length).toBeGreaterThan(0);
          expect(bytes(cut)).toBeLessThan(240_000);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('do not wait long for others: progress is seen while the scan runs', async () => {
    const go = Promise.withResolvers<void>();
    async function* slow(): AsyncGenerator<Finding> {
      yield finding('1.1', [result('a')]);
      await go.promise;
      yield finding('1.2', [result('b')]);
    }
    const groups = grouped(slow(), never, { bytes: 200_000, milliseconds: 5 });
    const first = await groups.next();
    expect((first.value as Group).whole.map(({ question }) => question)).toEqual(['iam/question-1.1']);
    go.resolve();
    const second = await groups.next();
    expect((second.value as Group).whole.map(({ question }) => question)).toEqual(['iam/question-1.2']);
    expect((await groups.next()).done).toBe(true);
  });

  test('an abort ends the waiting for a source that hangs', async () => {
    const stop = new AbortController();
    async function* hangs(): AsyncGenerator<Finding> {
      yield finding('1.1', [result('a')]);
      await new Promise(() => {});
    }
    const groups = all(grouped(hangs(), stop.signal, patient));
    stop.abort(new Error('the service stops'));
    await expect(groups).rejects.toThrow('the service stops');
  });

  test('a fault of the source comes through', async () => {
    async function* broken(): AsyncGenerator<Finding> {
      yield finding('1.1', [result('a')]);
      throw new Error('broken');
    }
    await expect(all(grouped(broken(), never, patient))).rejects.toThrow('broken');
  });
});
