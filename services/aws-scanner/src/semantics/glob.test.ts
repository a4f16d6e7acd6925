import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { includes, literal, overlaps, policyGlob, starGlob } from './glob.ts';

describe('a pattern takes in', () => {
  test.each([
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a*', 'a', true],
    ['a*c', 'abc', true],
    ['a*c', 'abd', false],
    ['*b*', 'abc', true],
    ['*ab', 'aab', true],
    ['*UnauthorizedOperation', 'Client.UnauthorizedOperation', true],
    ['AccessDenied*', 'AccessDenied', true],
    ['AccessDenied*', 'accessdenied', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a.c', 'abc', false],
  ])('%s the text %s: %s', (pattern, text, yes) => expect(includes(policyGlob(pattern), literal(text))).toBe(yes));

  test.each([
    ['*', '*', true],
    ['s3:*', 's3:*', true],
    ['s3:Get*', 's3:*', false],
    ['s3:*', 's3:Get*', true],
    ['s3:?', 's3:*', false],
    ['s3:?*', 's3:?', true],
    ['*a*', 'a*', true],
    ['a*', '*a*', false],
    ['ab*', 'a*', false],
  ])('%s all of %s: %s', (outer, inner, yes) => expect(includes(policyGlob(outer), policyGlob(inner))).toBe(yes));
});

test.each([
  ['a*', '*b', true],
  ['a*', 'b*', false],
  ['a*', 'a', true],
  ['*a', 'b', false],
  ['a?', 'a', false],
  ['a*b', 'a*c', false],
  ['*', '', true],
])('%s and %s have a text in common: %s', (a, b, yes) => {
  expect(overlaps(policyGlob(a), policyGlob(b))).toBe(yes);
  expect(overlaps(policyGlob(b), policyGlob(a))).toBe(yes);
});

const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 7 }).map((c) => c.join(''));
const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 }).map((c) => c.join(''));

test('a text matches exactly when the regular expression of the pattern says so', () => {
  fc.assert(
    fc.property(pattern, text, (p, t) => {
      const expression = new RegExp(`^${p.replaceAll('*', '.*').replaceAll('?', '.')}$`);
      expect(includes(policyGlob(p), literal(t))).toBe(expression.test(t));
    }),
    { numRuns: 2000 },
  );
});

test('a pattern that takes in another matches all its texts; texts of both prove an overlap', () => {
  fc.assert(
    fc.property(pattern, pattern, text, (a, b, t) => {
      const inA = includes(policyGlob(a), literal(t));
      const inB = includes(policyGlob(b), literal(t));
      if (inB && includes(policyGlob(a), policyGlob(b))) expect(inA).toBe(true);
      if (inA && inB) expect(overlaps(policyGlob(a), policyGlob(b))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('patterns without ? are compared completely', () => {
  const stars = pattern.map((p) => p.replaceAll('?', 'c'));
  // A letter that no pattern holds stands for what a star may be.
  fc.assert(
    fc.property(stars, stars, (a, b) => {
      const witness = literal(b.replaceAll('*', 'z'));
      if (!b.includes('**')) expect(includes(starGlob(a), starGlob(b))).toBe(includes(starGlob(a), witness));
    }),
    { numRuns: 2000 },
  );
});

test('long hostile patterns take no time', () => {
  const began = performance.now();
  includes(starGlob('*a'.repeat(500) + 'b'), literal('a'.repeat(2000)));
  overlaps(starGlob('*a'.repeat(500)), starGlob('*b'.repeat(500)));
  expect(performance.now() - began).toBeLessThan(2000);
});
