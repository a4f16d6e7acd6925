import type { Basis, BenchmarkSummary, Counts, Share, Verdict } from '@cis-scan/contracts';

/** What the figures of a benchmark are made of. */
export interface Judged {
  readonly verdict: Verdict;
  readonly basis: Basis | null;
  readonly level: string;
}

/** Counts with all five keys at zero. */
export function noCounts(): Counts {
  return { pass: 0, fail: 0, manual: 0, 'not-applicable': 0, 'not-assessed': 0 };
}

/** How many of these bear each verdict. */
export function countVerdicts(judged: Iterable<Pick<Judged, 'verdict'>>): Counts {
  const counts = noCounts();
  for (const { verdict } of judged) counts[verdict]++;
  return counts;
}

/**
 * Score and coverage, four decimals each.
 * score = pass ÷ (pass + fail), null when neither; coverage = (pass + fail + not-applicable) ÷ all.
 * What only Microsoft Secure Score reports counts as neither pass nor fail, and stays in "all": it is not covered by
 * a reading of ours. Coverage of nothing is 0, so that an empty benchmark never looks whole.
 */
export function shareOf(judged: readonly Judged[]): Share {
  const own = countVerdicts(judged.filter(({ basis }) => basis !== 'reported'));
  const decided = own.pass + own.fail;
  return {
    score: decided === 0 ? null : ratio(own.pass, decided),
    coverage: judged.length === 0 ? 0 : ratio(decided + own['not-applicable'], judged.length),
  };
}

function ratio(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 10_000;
}

/** Counts, score, coverage and reported of one benchmark. */
export function figuresOf(judged: readonly Judged[]): Omit<BenchmarkSummary, 'id'> {
  const reported = countVerdicts(judged.filter(({ basis }) => basis === 'reported'));
  return {
    counts: countVerdicts(judged),
    ...shareOf(judged),
    reported: { pass: reported.pass, fail: reported.fail },
  };
}
