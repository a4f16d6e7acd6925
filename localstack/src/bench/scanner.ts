import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The benchmark version that is measured. */
export const BENCHMARK = 'cis-aws-1.3.0';

/** What one scan cost the process that made it. */
export interface Scanned {
  /** From the first call to the finished document. */
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Most memory the process ever held. */
  readonly peakMiB: number;
  readonly documentBytes: number;
  readonly error: string | null;
}

/** A process that scans and is measured: the first scan with everything still to be loaded, further ones as a worker makes them. */
export interface Scanner {
  scan(): Promise<Scanned>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('./scan-process.ts', import.meta.url));

/** Starts a scanning process against the provider at `url`; nothing is asked before `scan`. */
export async function startScanner(url: string): Promise<Scanner> {
  const child = fork(program, [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      AWS_ACCESS_KEY_ID: 'AKIABENCHBENCHBENCH1',
      AWS_SECRET_ACCESS_KEY: 'bench'.repeat(8),
      AWS_REGION: 'eu-west-1',
      SCAN_AWS_ENDPOINT_URL: url,
      ...(process.env['BENCH_NODE_OPTIONS'] ? { NODE_OPTIONS: process.env['BENCH_NODE_OPTIONS'] } : {}),
    },
  });
  const ended = once(child, 'exit');
  const next = async (): Promise<unknown> => {
    const message = await Promise.race([once(child, 'message'), ended.then(() => null)]);
    if (message === null) throw new Error('the scanning process ended');
    return message[0];
  };
  await next();
  return {
    async scan() {
      const answer = next();
      child.send('scan');
      return (await answer) as Scanned;
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}
