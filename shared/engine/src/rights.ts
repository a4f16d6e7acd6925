import type { BenchmarkRights } from '@cis-scan/contracts';
import type { Benchmark } from './benchmark.ts';
import { closure, factsIn, required } from './fact.ts';
import { loadCheck } from './plan.ts';

const sorted = (all: Iterable<string>): string[] => [...new Set(all)].sort();

/**
 * The rights of a benchmark version, derived from the facts: `base` are those without which a control cannot be decided,
 * `optional` those that add evidence or another source. `always` names the rights that every scan takes.
 */
export async function rightsOf(
  folder: URL,
  benchmark: Benchmark,
  always: readonly string[] = [],
): Promise<BenchmarkRights> {
  const controls = await Promise.all(
    benchmark.rows.map(async (row) => {
      const { needs } = await loadCheck(folder, row.check);
      const base = sorted([...required(needs)].flatMap((fact) => fact.rights));
      const all = [...closure(factsIn(needs))].flatMap((fact) => fact.rights);
      return { control: row.control, check: row.check, base, optional: sorted(all.filter((r) => !base.includes(r))) };
    }),
  );
  const base = sorted([...always, ...controls.flatMap((c) => c.base)]);
  const optional = sorted(controls.flatMap((c) => c.optional).filter((right) => !base.includes(right)));
  return { benchmark: benchmark.id, provider: benchmark.provider, base, optional, controls };
}
