import { createHash } from 'node:crypto';
import type { Call } from './call.ts';

/** How often one call was made with the same parameters. */
export interface CallCount {
  readonly account: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** Hash of method, path and parameters: equal for equal questions. */
  readonly parameters: string;
  readonly count: number;
}

function parametersHash(call: Call): string {
  return createHash('sha256').update(`${call.method} ${call.path}\n`).update(call.body).digest('hex').slice(0, 16);
}

/** Counts calls, and the most that were in flight at once. */
export class CallCounter {
  #counts = new Map<string, { call: Omit<CallCount, 'count'>; count: number }>();
  #inFlight = 0;
  #most = 0;

  began(call: Call, account: string): void {
    const { service, operation, region } = call;
    const counted = { account, service, operation, region, parameters: parametersHash(call) };
    const key = Object.values(counted).join(' ');
    const entry = this.#counts.get(key);
    if (entry) entry.count++;
    else this.#counts.set(key, { call: counted, count: 1 });
    this.#inFlight++;
    this.#most = Math.max(this.#most, this.#inFlight);
  }

  ended(): void {
    this.#inFlight--;
  }

  clear(): void {
    this.#counts.clear();
    this.#most = this.#inFlight;
  }

  /** Total, most in flight at once, and every call with its number, the most frequent first. */
  read(): { total: number; mostInFlight: number; calls: CallCount[] } {
    const calls = [...this.#counts.values()].map(({ call, count }) => ({ ...call, count }));
    calls.sort((a, b) => b.count - a.count);
    return { total: calls.reduce((sum, { count }) => sum + count, 0), mostInFlight: this.#most, calls };
  }
}
