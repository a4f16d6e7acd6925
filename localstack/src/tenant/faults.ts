import { setTimeout as delay } from 'node:timers/promises';
import type { Surface } from './model.ts';

/** What can become of a request instead of its answer. */
export type Effect =
  /** 403, as the service words a missing permission. */
  | 'denied'
  /** The tenant has no licence for it. */
  | 'unlicensed'
  /** Graph: 400 with "Resource not found for the segment"; elsewhere 404. */
  | 'no-segment'
  | 'not-found'
  /** 429 with `Retry-After`. */
  | 'throttled'
  | 'internal'
  | 'unavailable'
  | 'gateway-timeout'
  /** 401: the token is no longer taken. */
  | 'expired'
  /** 200 with a page of HTML. */
  | 'html'
  /** 200 with JSON that breaks off. */
  | 'truncated'
  /** A list whose next link always leads on to another page of the same. */
  | 'endless'
  /** A list whose next link leads to itself. */
  | 'repeating'
  /** No answer ever. */
  | 'hang'
  | 'disconnect'
  /** DNS alone: SERVFAIL, REFUSED, no such name, a name without such records. */
  | 'servfail'
  | 'refused'
  | 'nxdomain'
  | 'nodata';

/** A request as faults and counts see it. */
export interface Seen {
  readonly surface: Surface | 'dns';
  readonly tenantId: string | null;
  /** `GET /v1.0/domains`, `Get-TransportRule`, `OrganizationConfig/Get-OrganizationConfig`, `TXT contoso.com`, `POST token`. */
  readonly call: string;
  /** Permissions that it takes; the app's other wider ones do not count. */
  readonly permissions: readonly string[];
}

/** A fault that a test wishes for. All given fields of `match` must fit; a `call` may end in `*`. */
export interface Fault {
  readonly match?: {
    readonly surface?: Surface | 'dns';
    readonly tenant?: string;
    readonly permission?: string;
    readonly call?: string;
  };
  /** Waits before anything else happens. */
  readonly latencyMs?: number;
  /** What becomes of the request; absent: it is answered as usual. */
  readonly effect?: Effect;
  /** Of the 429 and 503; null: the header is left out. */
  readonly retryAfterS?: number | null;
  /** Strikes every so-manieth fitting request: 5 is one in five. */
  readonly every?: number;
  /** So many fitting requests pass before the fault begins. */
  readonly after?: number;
  /** So many requests it strikes; absent: all. */
  readonly times?: number;
}

/** The effect that struck a request. */
export interface Struck {
  readonly effect: Effect;
  readonly retryAfterS: number | null;
}

const RETRY_AFTER_S = 1;

const fitsCall = (pattern: string, call: string): boolean =>
  pattern.endsWith('*') ? call.startsWith(pattern.slice(0, -1)) : pattern === call;

function fits({ match = {} }: Fault, seen: Seen): boolean {
  const { surface, tenant, permission, call } = match;
  if (surface !== undefined && surface !== seen.surface) return false;
  if (tenant !== undefined && tenant !== seen.tenantId) return false;
  if (permission !== undefined && !seen.permissions.includes(permission)) return false;
  return call === undefined || fitsCall(call, seen.call);
}

/** The faults in force, each with how many fitting requests it has seen and struck. */
export class Faults {
  #faults: { fault: Fault; seen: number; struck: number }[] = [];

  set(faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({ fault, seen: 0, struck: 0 }));
  }

  /** Applies whatever fits; the first effect wins, latencies add up. */
  async strike(seen: Seen): Promise<Struck | null> {
    let struck: Struck | null = null;
    let latency = 0;
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (!fits(fault, seen)) continue;
      const turn = ++entry.seen - (fault.after ?? 0);
      if (turn <= 0 || turn % (fault.every ?? 1) !== 0 || entry.struck >= (fault.times ?? Infinity)) continue;
      entry.struck++;
      latency += fault.latencyMs ?? 0;
      const { effect, retryAfterS = RETRY_AFTER_S } = fault;
      if (effect !== undefined) struck ??= { effect, retryAfterS };
    }
    if (latency > 0) await delay(latency);
    return struck;
  }
}
