import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findPython } from './venv.ts';

let folder: string;

/** A stand-in for an interpreter that says it is of this version. */
async function interpreter(version: string): Promise<string> {
  const path = join(folder, `python-${version.replace(' ', '.')}`);
  await writeFile(path, `#!/bin/sh\necho ${version}\n`);
  await chmod(path, 0o755);
  return path;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'venv-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('findPython', () => {
  test('takes the first that is new enough', async () => {
    const [old, good, newer] = [await interpreter('3 9'), await interpreter('3 10'), await interpreter('3 13')];
    expect(await findPython([join(folder, 'nothing'), old, good, newer])).toBe(good);
  });

  test.each([
    ['none at all', [], /none was found\. Install Python 3\.10 or newer/],
    ['only an old one', ['3 9', '2 7'], /is 3\.9, .* is 2\.7\. Install Python 3\.10 or newer/],
  ])('%s: one sentence says what to do', async (_, versions, message) => {
    const commands = await Promise.all(versions.map(interpreter));
    await expect(findPython(commands)).rejects.toThrow(message);
  });
});
