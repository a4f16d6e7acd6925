import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * How scanners are started, in the image too (see Dockerfile) and from the shell (see package.json). Left to itself V8
 * lets a heap grow to four times what is alive in it before it looks: growth is scaled by the limit, which a scan of
 * 100,000 resources does not reach.
 */
export const SCANNER_FLAGS: readonly string[] = ['--max-semi-space-size=4', '--max-old-space-size=1024'];

/** Keeps compiled and stripped sources, so that only the very first start has to strip types. */
export const COMPILE_CACHE: Readonly<Record<string, string>> = {
  NODE_COMPILE_CACHE: join(tmpdir(), 'cis-scan-compile-cache'),
};
