import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BASE_PERMISSIONS } from '@cis-scan/access/m365';
import { loadBenchmark, rightsOf } from '@cis-scan/engine';
import { BENCHMARKS, CHECKS } from './catalogue.ts';

/** The text of `shared/access/rights/<benchmark>.json`, derived from the facts behind the benchmark's checks. */
export async function rightsFile(benchmark: string): Promise<string> {
  const rights = await rightsOf(CHECKS, await loadBenchmark(BENCHMARKS, benchmark), (right) =>
    BASE_PERMISSIONS.includes(right),
  );
  return `${JSON.stringify(rights, null, 2)}\n`;
}

/** Benchmarks that have a table here. */
export const tables = (): readonly string[] =>
  readdirSync(BENCHMARKS)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../../../shared/access/rights/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const id of tables()) writeFileSync(new URL(`${id}.json`, folder), await rightsFile(id));
}
