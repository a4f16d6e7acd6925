import pLimit from 'p-limit';
import type { Pace } from '../pace.ts';
import type { Surface } from '../tenant.ts';
import { retrying } from './retry.ts';

/** What was asked, for metrics and for the benchmark's counts. */
export interface Asked {
  /** `graph:GET /v1.0/domains?…`, `exchange:Get-TransportRule {…}`, `dns:TXT contoso.com`. */
  readonly call: string;
  readonly ms: number;
  readonly attempts: number;
  readonly ok: boolean;
}

export interface AskingOptions {
  readonly pace: Pace;
  readonly signal?: AbortSignal | undefined;
  readonly onAsked?: ((asked: Asked) => void) | undefined;
  readonly wait?: ((milliseconds: number, signal: AbortSignal) => Promise<void>) | undefined;
}

/** Sends one request of a surface, as often as it takes. `what` names it without any secret. */
export type Ask = <T>(what: string, attempt: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/** The way to one surface: so many requests in flight, one way to try again, every request told about. */
export function asking(surface: Surface, { pace, signal, onAsked, wait }: AskingOptions): Ask {
  const limit = pLimit(pace.inFlight);
  return (what, attempt) =>
    limit(async () => {
      const began = performance.now();
      let attempts = 0;
      let ok = false;
      try {
        const answer = await retrying(attempt, { pace, signal, wait, onAttempt: () => (attempts += 1) });
        ok = true;
        return answer;
      } finally {
        onAsked?.({ call: `${surface}:${what}`, ms: performance.now() - began, attempts, ok });
      }
    });
}
