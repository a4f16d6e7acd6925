import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * How every process of the services is started, in the image too (see Dockerfile). Without limits V8 lets a heap grow
 * to several times what is alive in it before it looks; a small young generation and a limit to which growth is scaled
 * halve the memory of a large scan.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=4', '--max-old-space-size=512'];

/** Keeps compiled and stripped sources, so that only the very first start has to strip types. */
export const COMPILE_CACHE: Readonly<Record<string, string>> = {
  NODE_COMPILE_CACHE: join(tmpdir(), 'cis-scan-compile-cache'),
};
