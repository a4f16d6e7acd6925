import { readFileSync, readdirSync } from 'node:fs';
import type { BenchmarkRights, Provider } from '@cis-scan/contracts';
import { BenchmarkRights as Schema } from '@cis-scan/contracts';
import { Value } from 'typebox/value';

/** The folder of the committed files, one per benchmark version, written by `npm run rights`. */
export const RIGHTS_FOLDER = new URL('../rights/', import.meta.url);

/** Which benchmarks can be asked for, and which rights each needs. */
export interface RightsCatalogue {
  /** Ids of a provider's benchmarks, in the order of their versions. */
  ids(provider?: Provider): string[];
  has(benchmark: string): boolean;
  /** Throws a RangeError for a benchmark that is not in `ids`. */
  of(benchmark: string): BenchmarkRights;
  /** Rights of several benchmarks together, sorted; a right that one of them cannot do without is not optional. */
  union(benchmarks: readonly string[]): { base: string[]; optional: string[] };
}

const DEFAULTS: Record<Provider, string> = { aws: 'cis-aws-1.3.0', m365: 'cis-m365-1.3.0' };

/** The benchmark that is meant when a request names none. */
export const defaultBenchmark = (provider: Provider): string => DEFAULTS[provider];

const collator = new Intl.Collator('en', { numeric: true });

/**
 * Opens a folder of rights files. It is listed on the first question, a file is read when it is first asked for; a file
 * that does not fit its schema throws, since guessing rights would make a wrong policy.
 */
export function openRights(folder: URL = RIGHTS_FOLDER): RightsCatalogue {
  let names: string[] | undefined;
  const read = new Map<string, BenchmarkRights>();

  const all = (): string[] =>
    (names ??= readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort(collator.compare));

  const of = (benchmark: string): BenchmarkRights => {
    if (!all().includes(benchmark)) throw new RangeError(`There is no benchmark ${benchmark}`);
    let rights = read.get(benchmark);
    if (!rights) {
      const parsed: unknown = JSON.parse(readFileSync(new URL(`${benchmark}.json`, folder), 'utf8'));
      rights = Value.Parse(Schema, parsed);
      if (rights.benchmark !== benchmark) throw new Error(`${benchmark}.json holds the rights of ${rights.benchmark}`);
      read.set(benchmark, rights);
    }
    return rights;
  };

  return {
    ids: (provider) => all().filter((id) => provider === undefined || of(id).provider === provider),
    has: (benchmark) => all().includes(benchmark),
    of,
    union: (benchmarks) => {
      const base = new Set(benchmarks.flatMap((id) => of(id).base));
      const optional = new Set(benchmarks.flatMap((id) => of(id).optional).filter((right) => !base.has(right)));
      return { base: [...base].sort(), optional: [...optional].sort() };
    },
  };
}
