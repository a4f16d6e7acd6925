import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { defaultBenchmark, openRights } from './rights.ts';

const sample = openRights(new URL('../testing/rights/', import.meta.url));

test('benchmarks by provider, versions in order', () => {
  expect(sample.ids()).toEqual(['cis-aws-1.3.0', 'cis-aws-1.4.0', 'cis-m365-1.3.0']);
  expect(sample.ids('m365')).toEqual(['cis-m365-1.3.0']);
  expect(sample.has('cis-aws-1.3.0')).toBe(true);
  expect(sample.has('../cis-aws-1.3.0')).toBe(false);
  expect(() => sample.of('cis-aws-0.1')).toThrow(RangeError);
});

test.each(['aws', 'm365'] as const)('the default of %s is known', (provider) => {
  expect(sample.ids(provider)).toContain(defaultBenchmark(provider));
});

test('rights of several benchmarks: sorted, once, and never optional where one cannot do without', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rights-'));
  try {
    const put = (id: string, base: string[], optional: string[]) =>
      writeFile(
        join(folder, `${id}.json`),
        JSON.stringify({ benchmark: id, provider: 'aws', base, optional, controls: [] }),
      );
    await put('a-10', ['s:B', 's:A'], ['s:C']);
    await put('a-9', ['s:C'], ['s:A', 's:D']);
    await writeFile(join(folder, 'broken.json'), '{"benchmark":"broken","provider":"aws","base":[]}');
    await writeFile(join(folder, 'README.md'), 'not rights');
    const rights = openRights(pathToFileURL(`${folder}/`));
    expect(rights.union(['a-10', 'a-9'])).toEqual({ base: ['s:A', 's:B', 's:C'], optional: ['s:D'] });
    expect(rights.ids()).toEqual(['a-9', 'a-10', 'broken']);
    expect(() => rights.of('broken')).toThrow();
  } finally {
    await rm(folder, { recursive: true });
  }
});
