import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Fact } from '@cis-scan/engine';
import { plain, readFact, replaying, type Recording } from '../testing/recording.ts';

const folder = new URL('../../recordings/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, name: file.slice(0, file.lastIndexOf('/')) }))
  .sort((a, b) => (a.file < b.file ? -1 : 1));

/** The fact of this name: it stands in the file of the same path. */
async function factNamed(name: string): Promise<Fact<unknown>> {
  const module: Record<string, Fact<unknown>> = await import(new URL(`./${name}.ts`, import.meta.url).href);
  const fact = Object.values(module).find((x) => x?.kind === 'fact' && x.name === name);
  if (!fact) throw new Error(`facts/${name}.ts exports no fact of that name`);
  return fact;
}

describe('what a fact reads from the answers that Microsoft documents', () => {
  test.each(files)('$file', async ({ file, name }) => {
    const recording = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recording;
    expect(recording.source).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    const { tenant, unused } = replaying(recording);
    const reading = await readFact(await factNamed(name), tenant);
    if (reading.ok) expect(plain(reading.value)).toEqual(recording.reads);
    else expect(plain(reading.gap)).toEqual(recording.gap);
    expect(unused()).toEqual([]);
  });
});
