import type { BenchmarkSummary } from '@cis-scan/contracts';
import { count } from './words.ts';

/** What the score is made of; what only Microsoft Secure Score reports is no part of it. */
export function scoreInWords({ counts, reported }: Pick<BenchmarkSummary, 'counts' | 'reported'>): string {
  const pass = counts.pass - reported.pass;
  const decided = pass + counts.fail - reported.fail;
  if (decided === 0) return 'no control was decided';
  return `${pass} of ${count(decided, 'decided control')} pass${pass === 1 ? 'es' : ''}`;
}

/** What the coverage is made of. */
export function coverageInWords({ counts, reported }: Pick<BenchmarkSummary, 'counts' | 'reported'>): string {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const covered = counts.pass - reported.pass + counts.fail - reported.fail + counts['not-applicable'];
  return `${covered} of ${count(all, 'control')} decided or not applicable`;
}

/** The controls that stand on Microsoft Secure Score alone; null if none. */
export function reportedInWords({ reported: { pass, fail } }: Pick<BenchmarkSummary, 'reported'>): string | null {
  if (pass + fail === 0) return null;
  return `${pass} pass and ${fail} fail only by what Microsoft Secure Score reports; they are in neither score nor coverage.`;
}
