import type { Seen } from './faults.ts';

/** How often one call was made to one tenant. */
export interface CallCount {
  readonly surface: Seen['surface'];
  readonly tenantId: string | null;
  readonly call: string;
  readonly count: number;
  /** How many of them were answered 429. */
  readonly throttled: number;
}

/** What was asked since the last clearing. */
export interface Calls {
  readonly total: number;
  /** The most requests in flight at once, by service. */
  readonly mostInFlight: Readonly<Partial<Record<Seen['surface'], number>>>;
  /** The most frequent first. */
  readonly calls: readonly CallCount[];
}

/** Counts calls, and the most that were in flight at once. */
export class CallCounter {
  #counts = new Map<string, { seen: Seen; count: number; throttled: number }>();
  #inFlight = new Map<Seen['surface'], number>();
  #most = new Map<Seen['surface'], number>();

  /** Counts a request; the function it gives is called with the answer's status when it has ended. */
  began(seen: Seen): (status: number) => void {
    const { surface } = seen;
    const key = [surface, seen.tenantId, seen.call].join(' ');
    const entry = this.#counts.get(key) ?? { seen, count: 0, throttled: 0 };
    entry.count++;
    this.#counts.set(key, entry);
    const now = (this.#inFlight.get(surface) ?? 0) + 1;
    this.#inFlight.set(surface, now);
    this.#most.set(surface, Math.max(now, this.#most.get(surface) ?? 0));
    return (status) => {
      if (status === 429) entry.throttled++;
      this.#inFlight.set(surface, (this.#inFlight.get(surface) ?? 1) - 1);
    };
  }

  clear(): void {
    this.#counts.clear();
    this.#most = new Map(this.#inFlight);
  }

  read(): Calls {
    const calls = [...this.#counts.values()].map(({ seen, count, throttled }) => {
      const { surface, tenantId, call } = seen;
      return { surface, tenantId, call, count, throttled };
    });
    calls.sort((a, b) => b.count - a.count);
    const total = calls.reduce((sum, { count }) => sum + count, 0);
    return { total, mostInFlight: Object.fromEntries(this.#most), calls };
  }
}
