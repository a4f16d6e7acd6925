import type { BenchmarkRights } from '@cis-scan/contracts';
import type { Benchmark } from './benchmark.ts';
import { needsOf } from './check.ts';
import { closure, factsIn, required } from './fact.ts';
import { loadCheck } from './plan.ts';

const sorted = (all: Iterable<string>): string[] => [...new Set(all)].sort();

/**
 * The rights of a benchmark version, derived from the facts. `base` are those without which a control cannot be decided:
 * what its first source requires, or where the provider has a floor of rights that every scan holds (`isBase`), those of
 * them that any of its sources uses. `optional` are all others: more evidence, or a better source.
 */
export async function rightsOf(
  folder: URL,
  benchmark: Benchmark,
  isBase?: (right: string) => boolean,
): Promise<BenchmarkRights> {
  const controls = await Promise.all(
    benchmark.rows.map(async (row) => {
      const check = await loadCheck(folder, row.check);
      const all = sorted([...closure(needsOf(check).flatMap(factsIn))].flatMap((fact) => fact.rights));
      const base = isBase ? all.filter(isBase) : sorted([...required(check.needs)].flatMap((fact) => fact.rights));
      return { control: row.control, check: row.check, base, optional: all.filter((r) => !base.includes(r)) };
    }),
  );
  const base = sorted(controls.flatMap((c) => c.base));
  const optional = sorted(controls.flatMap((c) => c.optional).filter((right) => !base.includes(right)));
  return { benchmark: benchmark.id, provider: benchmark.provider, base, optional, controls };
}
