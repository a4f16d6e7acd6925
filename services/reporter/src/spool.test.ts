import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spool } from './spool.ts';

async function* pieces(): AsyncGenerator<string> {
  yield 'a,b\n';
  yield 'ü,2\n';
}
async function* broken(): AsyncGenerator<string> {
  yield 'a';
  throw new Error('no more');
}

let temp: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'spool-test-'));
});
afterEach(() => rm(temp, { recursive: true, force: true }));

test('files lie there with their sizes in bytes while they are used, and are gone afterwards', async () => {
  const folder = join(temp, 'not', 'yet', 'there');
  const seen = await spool(folder, { html: '<p>ü</p>', csv: pieces(), json: '{}' }, async (files) => ({
    bytes: [files.html.bytes, files.csv.bytes, files.json.bytes],
    csv: await readFile(files.csv.path, 'utf8'),
  }));
  expect(seen).toEqual({ bytes: [9, 9, 2], csv: 'a,b\nü,2\n' });
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ['the use fails', pieces, () => Promise.reject(new Error('store down'))],
  ['the rendering fails', broken, () => Promise.resolve()],
])('nothing stays behind when %s', async (_, csv, use) => {
  await expect(spool(temp, { html: '', csv: csv(), json: '' }, use)).rejects.toThrow(/store down|no more/);
  expect(await readdir(temp)).toEqual([]);
});
