import type { Control, ScanStatus } from '@cis-scan/contracts';

const WORST = 8;
const MAX = 110;
const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`);
const short = (text: string): string => (text.length > MAX ? `${text.slice(0, MAX - 1)}…` : text);

/** Verdict counts of each target and benchmark, score beside coverage. */
export function countLines({ targets }: ScanStatus): readonly string[] {
  return targets.flatMap(({ account, benchmarks, error }) => [
    ...benchmarks.map(({ id, counts, score, coverage }) => {
      const numbers = Object.entries(counts).map(([verdict, n]) => `${n} ${verdict}`);
      return `${account} ${id}: ${numbers.join(', ')}; score ${percent(score)}, coverage ${percent(coverage)}`;
    }),
    ...(error ? [`${account} failed: ${error.detail}`] : []),
  ]);
}

/** The failing controls with most failing resources. */
export function worstLines(account: string, failing: readonly Control[]): readonly string[] {
  const worst = [...failing].sort((a, b) => b.counts.fail - a.counts.fail).slice(0, WORST);
  return worst.map((c) => `${account} ${c.control.padEnd(5)} ${short(`${c.title}: ${c.reason}`)}`);
}
