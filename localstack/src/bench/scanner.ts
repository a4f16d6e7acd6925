import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { COMPILE_CACHE, SCANNER_FLAGS } from '../stack/node-flags.ts';

/** The benchmark version that is measured. */
export const BENCHMARK = 'cis-aws-1.3.0';

/** What one scan cost the process that made it. */
export interface Scanned {
  /** From the first call to the last finding, or the finished document. */
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Most memory the process ever held. */
  readonly peakMiB: number;
  /** Size of what was found, as JSON. */
  readonly bytes: number;
}

/** What the process knows before it asks anything. */
export interface Ready {
  /** Facts on the longest chain of those that wait for each other. */
  readonly path: readonly string[];
  /** Calls that it makes at a time. */
  readonly inFlight: number;
  readonly controls: number;
}

/** A process that scans and is measured. */
export interface Scanner extends Ready {
  scan(how: 'worker' | 'shell'): Promise<Scanned>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('./scan-process.ts', import.meta.url));

/** Starts a scanning process against the provider at `url`; nothing is asked before `scan`. */
export async function startScanner(url: string): Promise<Scanner> {
  const child = fork(program, [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [...SCANNER_FLAGS],
    env: {
      PATH: process.env['PATH'],
      AWS_ACCESS_KEY_ID: 'AKIABENCHBENCHBENCH1',
      AWS_SECRET_ACCESS_KEY: 'bench'.repeat(8),
      AWS_REGION: 'eu-west-1',
      SCAN_AWS_ENDPOINT_URL: url,
      ...COMPILE_CACHE,
    },
  });
  const ended = once(child, 'exit');
  const next = async (): Promise<unknown> => {
    const message = await Promise.race([once(child, 'message'), ended.then(() => null)]);
    if (message === null) throw new Error('the scanning process ended');
    return message[0];
  };
  const ready = (await next()) as Ready;
  return {
    ...ready,
    async scan(how) {
      const answer = next();
      child.send(how);
      return (await answer) as Scanned;
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}
