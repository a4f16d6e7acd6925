import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReportTexts } from './store.ts';

interface Spooled {
  readonly path: string;
  readonly bytes: number;
}

async function write(folder: string, name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<Spooled> {
  const path = join(folder, name);
  await pipeline(Readable.from(pieces), createWriteStream(path));
  return { path, bytes: (await stat(path)).size };
}

/**
 * Writes a rendered report to disk and hands over the files with their sizes: an upload must know its length before it
 * begins, and a long CSV is never held in memory whole. The files are gone when `use` is done.
 */
export async function spool<T>(
  tempPath: string,
  texts: ReportTexts,
  use: (files: Readonly<Record<keyof ReportTexts, Spooled>>) => Promise<T>,
): Promise<T> {
  await mkdir(tempPath, { recursive: true });
  const folder = await mkdtemp(join(tempPath, 'report-'));
  try {
    return await use({
      html: await write(folder, 'report.html', [texts.html]),
      csv: await write(folder, 'report.csv', texts.csv),
      json: await write(folder, 'report.json', [texts.json]),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
