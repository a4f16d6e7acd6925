import { expect, test } from '@jest/globals';
import type { Basis, Verdict } from '@cis-scan/contracts';
import fc from 'fast-check';
import { figuresOf, shareOf, type Judged } from './share.ts';

type Short = Verdict | [Verdict, Basis];
const judged = (short: Short): Judged => {
  const [verdict, basis] = typeof short === 'string' ? [short, null] : short;
  return { verdict, basis, level: '1' };
};

test.each<{ case: string; of: Short[]; score: number | null; coverage: number }>([
  { case: 'nothing', of: [], score: null, coverage: 0 },
  { case: 'nothing decided', of: ['manual', 'not-assessed'], score: null, coverage: 0 },
  { case: 'nothing to judge', of: ['not-applicable'], score: null, coverage: 1 },
  { case: 'all pass', of: ['pass', 'pass'], score: 1, coverage: 1 },
  { case: 'all fail', of: ['fail'], score: 0, coverage: 1 },
  { case: 'four decimals', of: ['pass', 'fail', 'fail'], score: 0.3333, coverage: 1 },
  { case: 'the unread lowers coverage only', of: ['pass', 'not-assessed', 'not-assessed'], score: 1, coverage: 0.3333 },
  {
    case: 'reported counts as neither',
    of: ['fail', ['pass', 'reported'], ['fail', 'reported']],
    score: 0,
    coverage: 0.3333,
  },
  {
    case: 'dns counts',
    of: [
      ['pass', 'dns'],
      ['fail', 'direct'],
    ],
    score: 0.5,
    coverage: 1,
  },
])('$case', ({ of, score, coverage }) => {
  expect(shareOf(of.map(judged))).toEqual({ score, coverage });
});

test('counts include what is reported, and it is counted apart', () => {
  const figures = figuresOf((['pass', ['pass', 'reported'], ['fail', 'reported'], 'manual'] as Short[]).map(judged));
  expect(figures.counts).toEqual({ pass: 2, fail: 1, manual: 1, 'not-applicable': 0, 'not-assessed': 0 });
  expect(figures.reported).toEqual({ pass: 1, fail: 1 });
});

test('reading less never raises coverage, nor adds a pass', () => {
  const verdict = fc.constantFrom<Verdict>('pass', 'fail', 'manual', 'not-applicable', 'not-assessed');
  fc.assert(
    fc.property(fc.array(verdict, { minLength: 1 }), fc.nat(), (verdicts, at) => {
      const less = verdicts.with(at % verdicts.length, 'not-assessed');
      const [all, rest] = [figuresOf(verdicts.map(judged)), figuresOf(less.map(judged))];
      expect(rest.coverage).toBeLessThanOrEqual(all.coverage);
      expect(rest.counts.pass).toBeLessThanOrEqual(all.counts.pass);
    }),
  );
});
