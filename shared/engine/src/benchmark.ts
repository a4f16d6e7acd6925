import { readFile } from 'node:fs/promises';
import type { Assessment, Confidence, Provider } from '@cis-scan/contracts';
import type { Options } from './check.ts';

/** One row of a benchmark table: which check answers a control, and with which options of this version. */
export interface Row {
  readonly control: string;
  readonly level: string;
  readonly assessment: Assessment;
  readonly check: string;
  readonly with?: Options;
  readonly confidence: Confidence;
}
/** One version of a benchmark, as data. */
export interface Benchmark {
  readonly id: string;
  readonly provider: Provider;
  readonly rows: readonly Row[];
}

/** Reads a table from the service's `benchmarks` folder. An unknown id is an error that says which there are no others of. */
export async function loadBenchmark(folder: URL, id: string): Promise<Benchmark> {
  if (!/^[a-z0-9]+(-[a-z0-9.]+)+$/.test(id)) throw new Error(`"${id}" is not the id of a benchmark`);
  return JSON.parse(await readFile(new URL(`${id}.json`, folder), 'utf8')) as Benchmark;
}
