import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { COMPILE_CACHE, SCANNER_FLAGS } from './node-flags.ts';

export type ServiceName = 'intake' | 'aws-scanner' | 'o365-scanner' | 'reporter';

/** One running process of a service. */
export interface Service {
  readonly name: ServiceName;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the process is gone, with its exit code (`null` after a signal). */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** SIGTERM, and SIGKILL for one that has not ended in time. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly name: ServiceName;
  /** API port of intake, health port of the others. */
  readonly port: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** File that takes what the process writes. */
  readonly logFile: string;
}

const START_MS = 30_000;
const STOP_MS = 20_000;
const main = (name: ServiceName): string =>
  fileURLToPath(new URL(`../../../services/${name}/src/main.ts`, import.meta.url));

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function untilReady(child: ChildProcess, { name, port, logFile }: ServiceOptions): Promise<void> {
  const end = Date.now() + START_MS;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} ended at once: see ${logFile}`);
    if (Date.now() > end) throw new Error(`${name} was not ready in ${START_MS / 1000} s: see ${logFile}`);
    await sleep(50);
  }
}

/** Starts a service as production does, one Node process on its sources, and waits until it says that it is ready. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { name, port, env, logFile } = options;
  const log = createWriteStream(logFile, { flags: 'a' });
  const flags = name.endsWith('-scanner') ? SCANNER_FLAGS : [];
  const child = spawn(process.execPath, [...flags, main(name)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...COMPILE_CACHE, ...env, PORT: String(port), HEALTH_PORT: String(port), HOST: '127.0.0.1' },
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = once(child, 'exit').then(([code]) => {
    log.end();
    return code as number | null;
  });
  try {
    await untilReady(child, options);
  } catch (error) {
    child.kill('SIGKILL');
    await ended;
    throw error;
  }
  return {
    name,
    port,
    pid: child.pid ?? 0,
    ended,
    kill: (signal) => void child.kill(signal),
    async stop() {
      child.kill('SIGTERM');
      const late = new AbortController();
      const kill = sleep(STOP_MS, undefined, { signal: late.signal }).then(
        () => child.kill('SIGKILL'),
        () => false,
      );
      await ended;
      late.abort();
      await kill;
    },
  };
}
