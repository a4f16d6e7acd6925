import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { loadBenchmark, loadCheck, optionsOf, plan } from '@cis-scan/engine';
import { BENCHMARKS, CHECKS } from './catalogue.ts';
import { rightsFile, tables } from './rights.ts';

const benchmarks = await Promise.all(tables().map((id) => loadBenchmark(BENCHMARKS, id)));
const files = readdirSync(CHECKS, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[^_]*\.ts$/.test(file) && !file.endsWith('.test.ts') && !file.includes('/_'))
  .map((file) => file.replace(/\.ts$/, ''));

/** How many controls each version has. Source: the benchmark documents. */
const CONTROLS: Readonly<Record<string, number>> = { 'cis-aws-1.3.0': 55 };

describe('catalogue', () => {
  test('every row names a check that loads, and every check has a row', async () => {
    const ids = new Set(benchmarks.flatMap((b) => b.rows.map((row) => row.check)));
    for (const id of ids) await expect(loadCheck(CHECKS, id)).resolves.toHaveProperty('kind', 'check');
    expect(new Set(files)).toEqual(ids);
  });
  test.each(benchmarks)(
    '$id has its controls, each once, with options of the right names and types',
    async (benchmark) => {
      expect(benchmark.rows).toHaveLength(CONTROLS[benchmark.id] ?? -1);
      expect(new Set(benchmark.rows.map((row) => row.control)).size).toBe(benchmark.rows.length);
      for (const row of benchmark.rows) expect(optionsOf(await loadCheck(CHECKS, row.check), row)).toBeDefined();
    },
  );
  test('1.3.0: 55 rows are 55 questions, 45 of them automated', async () => {
    const table = benchmarks.filter((b) => b.id === 'cis-aws-1.3.0');
    expect((await plan(CHECKS, table)).questions).toHaveLength(55);
    expect(table[0]?.rows.filter((row) => row.assessment === 'automated')).toHaveLength(45);
  });
  test.each(files)('%s speaks in its own words and keeps to listings', async (id) => {
    const { title, why, fix } = await loadCheck(CHECKS, id);
    for (const words of [title, why, fix]) expect(words.trim().length).toBeGreaterThan(15);
    const source = readFileSync(new URL(`${id}.ts`, CHECKS), 'utf8');
    expect(source).not.toMatch(/\.(known|parts)\(/); // gaps reach a verdict only through each and any
  });
  test.each(files)('%s has its table', (id) => {
    const own = new URL(`${id}.test.ts`, CHECKS);
    const shared = new URL(`${id.replace(/\/[^/]*$/, '')}/published-filters.test.ts`, CHECKS);
    const name = id.slice(id.lastIndexOf('/') + 1);
    const text = [own, shared].map((url) => {
      try {
        return readFileSync(url, 'utf8');
      } catch {
        return '';
      }
    });
    expect(text.join('\n')).toContain(`./${name}.ts`);
  });
});

describe('rights', () => {
  const committed = new URL('../../../shared/access/rights/', import.meta.url);
  test.each(tables())('%s: the committed file is what the facts need (else: npm run rights)', async (id) => {
    expect(readFileSync(new URL(`${id}.json`, committed), 'utf8')).toBe(await rightsFile(id));
  });
  test.each(tables())('%s reads only', async (id) => {
    const { base, optional } = JSON.parse(await rightsFile(id)) as { base: string[]; optional: string[] };
    for (const right of [...base, ...optional]) {
      expect(right).toMatch(/^[a-z0-9-]+:(Get|List|Describe|GenerateCredentialReport$)/);
    }
  });
  test('the folder of checks is where the engine looks', () => expect(fileURLToPath(CHECKS)).toMatch(/checks\/$/));
});
