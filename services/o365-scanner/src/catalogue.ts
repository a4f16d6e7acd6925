import { openRights } from '@cis-scan/access';
import { loadBenchmark, plan, type Plan } from '@cis-scan/engine';

/** Checks by path, and tables by benchmark id. No list of either is kept anywhere. */
export const CHECKS = new URL('./checks/', import.meta.url);
export const BENCHMARKS = new URL('../benchmarks/', import.meta.url);

/** Ids of the benchmark versions that this service knows, oldest first. */
export const benchmarkIds = (): readonly string[] => openRights().ids('m365');

/** The questions of these benchmarks. Throws a RangeError for one that is not known. */
export async function planFor(ids: readonly string[]): Promise<Plan> {
  const known = benchmarkIds();
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new RangeError(`there is no Microsoft 365 benchmark ${unknown}; known are ${known.join(', ')}`);
  }
  return plan(CHECKS, await Promise.all(ids.map((id) => loadBenchmark(BENCHMARKS, id))));
}
