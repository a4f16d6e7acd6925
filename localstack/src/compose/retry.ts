import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a container that is still starting: tries again for two minutes, then lets the last error through. */
export async function untilUp<T>(what: string, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + 120_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      process.stderr.write(`waiting for ${what}\n`);
      await sleep(1_000);
    }
  }
}
