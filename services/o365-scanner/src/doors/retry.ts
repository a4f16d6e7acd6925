import { backoff, pause, timeLimit } from '@cis-scan/runtime';
import type { Pace } from '../pace.ts';
import { RequestFailed } from '../request-failed.ts';

export interface RetryOptions {
  readonly pace: Pace;
  /** The scan's time limit: ends attempt and pause, and its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Told before every attempt. */
  readonly onAttempt?: () => void;
  readonly wait?: ((milliseconds: number, signal: AbortSignal) => Promise<void>) | undefined;
}

const SPREAD_MS = 250;
const LATER = new Set([429, 503, 504]);
/** Codes of Node's resolver that another attempt may mend; its own attempts for silence are already behind `ETIMEOUT`. */
const DNS_FAILURES = new Set(['ESERVFAIL', 'EREFUSED', 'ECONNREFUSED', 'EBADRESP']);

/** How often a request that failed so is sent, in all. */
function attemptsFor(error: unknown, { attempts, attemptsOnFailure }: Pace): number {
  if (!(error instanceof RequestFailed)) {
    return DNS_FAILURES.has(String((Object(error) as { code?: unknown }).code)) ? attemptsOnFailure : 1;
  }
  const { trouble, status } = error;
  if (trouble === 'closed') return 1;
  if (trouble !== 'status' || status === null) return attemptsOnFailure;
  if (LATER.has(status)) return attempts;
  return status >= 500 || status === 408 ? attemptsOnFailure : 1;
}

/** One attempt within its time, whether or not it listens to the signal. */
async function inTime<T>(attempt: (signal: AbortSignal) => Promise<T>, ms: number, whole: AbortSignal): Promise<T> {
  const limit = timeLimit(ms, 'the time for an answer is up');
  const signal = AbortSignal.any([limit.signal, whole]);
  let giveUp = (): void => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      giveUp = () => reject(new RequestFailed('timeout', `no answer within ${ms / 1000} s`));
      signal.addEventListener('abort', giveUp, { once: true });
      if (signal.aborted) giveUp();
      else attempt(signal).then(resolve, reject);
    });
  } finally {
    signal.removeEventListener('abort', giveUp);
    limit.cancel();
  }
}

/**
 * Sends a request until it is answered: with patience where the service says "later" (for as long as it asks, else with
 * growing pauses), soon given up after any other trouble. Throws the last attempt's error; a pause that would not fit
 * into the request's time is not begun. Throws the reason of `signal` once that is aborted.
 */
export async function retrying<T>(attempt: (signal: AbortSignal) => Promise<T>, options: RetryOptions): Promise<T> {
  const { pace, signal, onAttempt, wait = pause } = options;
  const limit = timeLimit(pace.callMs, 'the time for this request is up');
  const whole = signal ? AbortSignal.any([limit.signal, signal]) : limit.signal;
  const end = performance.now() + pace.callMs;
  try {
    for (let made = 1; ; made++) {
      signal?.throwIfAborted();
      onAttempt?.();
      try {
        return await inTime(attempt, pace.attemptMs, whole);
      } catch (error) {
        signal?.throwIfAborted();
        const asked = error instanceof RequestFailed ? error.retryAfterMs : null;
        const delay = asked === null ? backoff(made) : asked + Math.random() * SPREAD_MS;
        if (made >= attemptsFor(error, pace) || performance.now() + delay >= end) throw error;
        await wait(delay, whole);
      }
    }
  } finally {
    limit.cancel();
  }
}
