import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { worst } from './finding.ts';
import { fail, notApplicable, pass, target, type Judgement } from './judgement.ts';
import { Listing } from './listing.ts';
import type { Gap } from './reading.ts';

const gap: Gap = { fact: 'f', cause: 'denied', region: 'eu-west-1', rights: ['a:B'], detail: 'no' };
const judge = (good: boolean): Judgement => (good ? pass(target, 'good') : fail(target, 'bad'));
const none = (): Judgement => notApplicable(target, 'nothing');
const otherwise = (): Judgement => fail(target, 'none of them');

const verdictOf = (rows: readonly Judgement[]): string => worst(rows);

describe('each: a gap forbids pass, never fail', () => {
  test.each([
    { items: [true, true], gaps: [], then: 'pass' },
    { items: [true, false], gaps: [], then: 'fail' },
    { items: [true], gaps: [gap], then: 'not-assessed' },
    { items: [false], gaps: [gap], then: 'fail' },
    { items: [], gaps: [], then: 'not-applicable' },
    { items: [], gaps: [gap], then: 'not-assessed' },
  ])('$items with $gaps.length gaps: $then', ({ items, gaps, then }) => {
    expect(verdictOf(new Listing(items, gaps).each(judge, none))).toBe(then);
  });
});

describe('any: a gap forbids fail, never pass', () => {
  test.each([
    { items: [false, true], gaps: [], then: 'pass' },
    { items: [false], gaps: [], then: 'fail' },
    { items: [true], gaps: [gap], then: 'pass' },
    { items: [false], gaps: [gap], then: 'not-assessed' },
    { items: [], gaps: [], then: 'fail' },
    { items: [], gaps: [gap], then: 'not-assessed' },
  ])('$items with $gaps.length gaps: $then', ({ items, gaps, then }) => {
    expect(verdictOf(new Listing(items, gaps).any(judge, otherwise))).toBe(then);
  });
  test('the witness alone is shown', () => {
    expect(new Listing([false, true, false]).any(judge, otherwise)).toHaveLength(1);
  });
});

test('whatever becomes unread, a verdict changes to not-assessed or not at all', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ good: fc.boolean(), read: fc.boolean() })), (all) => {
      const whole = new Listing(all.map((x) => x.good));
      const less = new Listing(
        all.filter((x) => x.read).map((x) => x.good),
        all.filter((x) => !x.read).map(() => gap),
      );
      for (const way of [
        (l: Listing<boolean>) => l.each(judge, none),
        (l: Listing<boolean>) => l.any(judge, otherwise),
      ]) {
        const [before, after] = [verdictOf(way(whole)), verdictOf(way(less))];
        expect([before, 'not-assessed']).toContain(after);
      }
    }),
  );
});

test('a region where the service is not offered is not-applicable, beside the others', () => {
  const listing = new Listing([true], [], [{ region: 'xx-north-1', reason: 'not offered' }]);
  const rows = listing.each(judge, none);
  expect(rows.map((r) => [r.verdict, r.region])).toEqual([
    ['pass', null],
    ['not-applicable', 'xx-north-1'],
  ]);
});

test('gaps travel through map, filter, flatMap, join and and', () => {
  const one = new Listing([1, 2], [gap]);
  const other = new Listing([2, 3], [{ ...gap, region: 'us-east-1' }]);
  expect(one.map(String).parts().gaps).toEqual([gap]);
  expect(one.filter((n) => n > 5).parts()).toMatchObject({ items: [], gaps: [gap] });
  expect(one.flatMap((n) => [n, n]).parts()).toMatchObject({ items: [1, 1, 2, 2], gaps: [gap] });
  expect(one.and(other).parts().gaps).toHaveLength(2);
  const joined = one.join(other, (a, b) => a === b).parts();
  expect(joined.items).toEqual([
    { left: 1, right: [] },
    { left: 2, right: [2] },
  ]);
  expect(joined.gaps).toHaveLength(2);
});

test('a gap names its resource and region; asked about another thing, it names the resource in words', () => {
  const about = { ...gap, resource: 'arn:x' };
  expect(new Listing<boolean>([], [about]).each(judge, none)[0]).toMatchObject({
    id: 'arn:x',
    region: 'eu-west-1',
    cause: 'denied',
    rights: ['a:B'],
  });
  const [row] = new Listing<boolean>([], [about]).each(judge, none, { about: { id: 'arn:y' } });
  expect(row).toMatchObject({ id: 'arn:y', region: 'eu-west-1' });
  expect(row?.reason).toContain('arn:x');
});
