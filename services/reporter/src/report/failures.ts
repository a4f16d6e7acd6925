import type { BenchmarkResult, Control } from '@cis-scan/contracts';

/** The failed controls of a benchmark in the order in which to mend them: lower level first, then as numbered. */
export function failures(benchmark: BenchmarkResult): readonly Control[] {
  return benchmark.controls.filter(({ verdict }) => verdict === 'fail').sort((a, b) => depth(a.level) - depth(b.level));
}

/** '1' → 1, 'E3 L2' → 2: the last digits of a level. */
function depth(level: string): number {
  return Number(/\d+$/.exec(level)?.[0] ?? 0);
}
