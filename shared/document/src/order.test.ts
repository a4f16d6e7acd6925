import { describe, expect, test } from '@jest/globals';
import type { Result, Verdict } from '@cis-scan/contracts';
import fc from 'fast-check';
import { compareCodePoints, compareControlNumbers, compareResults } from './order.ts';

describe('code points', () => {
  test.each([
    ['a', 'b', -1],
    ['a', 'a', 0],
    ['a', 'aa', -1],
    ['Z', 'a', -1],
    // U+1F600 is above U+FFFD, though its first UTF-16 unit is below.
    ['\uFFFD', '\u{1F600}', -1],
    ['\u{1F600}', '\u{1F601}', -1],
    ['\uD7FF', '\u{10000}', -1],
  ])('%j against %j', (a, b, sign) => {
    expect(Math.sign(compareCodePoints(a, b))).toBe(sign);
    expect(Math.sign(compareCodePoints(b, a)) + sign).toBe(0);
  });

  test('agrees with comparing the lists of code points', () => {
    const points = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const [left, right] = [points(a), points(b)];
        const i = left.findIndex((point, at) => point !== right[at]);
        const expected = i === -1 ? left.length - right.length : (left[i] ?? 0) - (right[i] ?? -1);
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected));
      }),
    );
  });
});

test.each([
  ['1.2', '1.10', -1],
  ['1.10', '1.9', 1],
  ['2.1', '2.1.1', -1],
  ['2.1.1', '2.1.1', 0],
  ['1.1', '1.1.a', -1],
  ['1.a', '1.b', -1],
])('control %s against %s', (a, b, sign) => {
  expect(Math.sign(compareControlNumbers(a, b))).toBe(sign);
});

test('resources: worst verdict, then region with null first, then id', () => {
  const result = (verdict: Verdict, region: string | null, id: string): Result => {
    return { verdict, region, id, cause: null, reason: 'r', evidence: [] };
  };
  const inOrder = [
    result('fail', null, 'b'),
    result('fail', 'eu-west-1', 'a'),
    result('fail', 'us-east-1', 'a'),
    result('fail', 'us-east-1', 'b'),
    result('not-assessed', null, 'a'),
    result('manual', null, 'a'),
    result('pass', null, 'a'),
    result('pass', 'eu-west-1', 'A'),
    result('not-applicable', null, 'a'),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
      expect(shuffled.toSorted(compareResults)).toEqual(inOrder);
    }),
  );
});
