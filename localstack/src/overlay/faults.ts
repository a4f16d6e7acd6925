import { setTimeout as delay } from 'node:timers/promises';
import { actionOf, nameOf } from './action.ts';
import { xmlAnswer, jsonAnswer, type Answer, type Call } from './call.ts';
import { denialSentence, refuse, type Refusal } from './refusal.ts';

/**
 * A fault that a test wishes for. All given fields of `match` must fit; `call` fits the API's name (`s3:ListBuckets`,
 * `s3control:GetPublicAccessBlock`) as well as the IAM action (`s3:ListAllMyBuckets`), with `*` for any end.
 */
export interface Fault {
  readonly match?: { readonly call?: string; readonly region?: string; readonly account?: string };
  /** Waits before anything else happens. */
  readonly latencyMs?: number;
  /** What becomes of the call; absent: it is answered as usual. */
  readonly effect?: Refusal | 'denied-by-scp' | 'hang' | 'garbage' | 'disconnect';
  /** So many fitting calls pass before the fault begins. */
  readonly after?: number;
  /** So many calls it strikes; absent: all. */
  readonly times?: number;
}

function fitsPattern(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function fits(fault: Fault, call: Call, account: string): boolean {
  const { call: wanted, region, account: owner } = fault.match ?? {};
  if (wanted !== undefined && !fitsPattern(wanted, nameOf(call)) && !fitsPattern(wanted, actionOf(call))) return false;
  return (region === undefined || region === call.region) && (owner === undefined || owner === account);
}

/** A body that is cut in the middle, under the content type the client expects. */
function garbage(call: Call): Answer {
  if (call.protocol === 'json' || call.protocol === 'rest-json') {
    return { ...jsonAnswer(200, null), body: Buffer.from('{"Items":[{"Na') };
  }
  return xmlAnswer(200, '<?xml version="1.0"?><Response><Items><item><na');
}

/** 'hang': never answer. 'disconnect': close the connection. null: no fault, answer as usual. */
export type Struck = Answer | 'hang' | 'disconnect' | null;

/** The faults in force, each with how many fitting calls it has seen. */
export class Faults {
  #faults: { fault: Fault; seen: number }[] = [];

  set(faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({ fault, seen: 0 }));
  }

  /** Applies whatever fits; the first effect wins, latencies add up. */
  async strike(call: Call, account: string, principal: string): Promise<Struck> {
    let struck: Struck = null;
    let latency = 0;
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (!fits(fault, call, account)) continue;
      const turn = entry.seen++ - (fault.after ?? 0);
      if (turn < 0 || turn >= (fault.times ?? Infinity)) continue;
      latency += fault.latencyMs ?? 0;
      if (fault.effect !== undefined) struck ??= this.#effect(fault.effect, call, principal);
    }
    if (latency > 0) await delay(latency);
    return struck;
  }

  #effect(effect: NonNullable<Fault['effect']>, call: Call, principal: string): Struck {
    const action = actionOf(call);
    switch (effect) {
      case 'hang':
      case 'disconnect':
        return effect;
      case 'garbage':
        return garbage(call);
      case 'denied':
        return refuse(
          call,
          'denied',
          denialSentence(principal, action, `because no identity-based policy allows the ${action} action`),
        );
      case 'denied-by-scp':
        return refuse(
          call,
          'denied',
          denialSentence(principal, action, 'with an explicit deny in a service control policy'),
        );
      default:
        return refuse(call, effect);
    }
  }
}
