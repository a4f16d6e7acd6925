import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { emulatorPython } from './venv.ts';

const launcher = fileURLToPath(new URL('../emulator/launch.py', import.meta.url));

/** A running AWS emulator (moto): the platform's account and the scanned accounts live in it side by side. */
export interface Emulator {
  /** http://127.0.0.1:port */
  readonly url: string;
  readonly pid: number;
  /** Ends the process and waits until it is gone. */
  stop(): Promise<void>;
}

export interface EmulatorOptions {
  /** Loopback port; 0 takes a free one. */
  readonly port?: number;
  /** Switches the emulator's own authorization on after so many calls; without it nothing is checked. */
  readonly authorizeAfterCalls?: number;
  readonly onProgress?: (line: string) => void;
}

/**
 * Starts moto on loopback and waits until it accepts connections.
 * Throws when Python is missing (one sentence that says what to do) or the process ends before it listens.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const python = await emulatorPython(options.onProgress);
  const child = spawn(python, [launcher, '127.0.0.1', String(options.port ?? 0)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PYTHONDONTWRITEBYTECODE: '1',
      // AWSSupportAccess and its like exist only with the managed policies loaded.
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      // Default images make every first EC2 call into a region slow, and list snapshots nobody made.
      MOTO_EC2_LOAD_DEFAULT_AMIS: 'false',
      ...(options.authorizeAfterCalls === undefined
        ? {}
        : { INITIAL_NO_AUTH_ACTION_COUNT: String(options.authorizeAfterCalls) }),
    },
  });
  let errors = '';
  child.stderr.on('data', (text: Buffer) => {
    errors = (errors + text.toString()).slice(-4000);
  });
  const ended = once(child, 'exit');

  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };

  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, 'line').then(([line]) => String(line)), ended.then(() => null)]);
  const match = first?.match(/^listening (\S+) (\d+)$/);
  if (!match || child.pid === undefined) {
    await stop();
    throw new Error(`The emulator did not start: ${errors.trim().split('\n').at(-1) ?? 'no message'}`);
  }
  return { url: `http://${match[1]}:${match[2]}`, pid: child.pid, stop };
}
