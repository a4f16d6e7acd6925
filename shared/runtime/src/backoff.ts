import type { Logger } from './log.ts';

/** Growing pauses with jitter, in milliseconds: around 0.5, 1, 2 … 30 seconds. */
export const backoff = (tries: number, random: () => number = Math.random): number =>
  Math.min(30_000, 500 * 2 ** Math.min(tries, 10)) * (0.5 + random() / 2);

/** Waits, or returns at once when the signal is or gets aborted. Never throws. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    signal?.addEventListener('abort', wake, { once: true });
  });
}

const DEFECTS = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);

/**
 * Whether an error is a fault of our program, which waiting does not mend. Errors of a transport look like it at times:
 * `fetch failed` is a TypeError with a cause, an answer that is no JSON a SyntaxError with the SDK's metadata.
 */
export function isDefect(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('name' in error)) return false;
  return DEFECTS.has(String(error.name)) && !('$metadata' in error) && !('cause' in error) && !('code' in error);
}

export interface WaitOutOptions {
  readonly log: Logger;
  /** What is being tried, for the log. */
  readonly what: string;
  /** Ends the waiting: its reason is thrown. */
  readonly signal: AbortSignal;
  /** Errors that waiting cannot mend are thrown at once; the default is defects of our own. */
  readonly isFinal?: (error: unknown) => boolean;
  readonly pauseFor?: (tries: number) => number;
}

/** Tries until it succeeds: an outage of our own parts must never fail a customer's scan. */
export async function waitOut<T>(
  work: () => Promise<T>,
  { log, what, signal, isFinal = isDefect, pauseFor = backoff }: WaitOutOptions,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (isFinal(error)) throw error;
      log.warn({ err: error, tries: tries + 1 }, `${what}: waiting until it works again`);
      await pause(pauseFor(tries), signal);
    }
  }
}
