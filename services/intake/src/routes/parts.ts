import type { FastifyRequest } from 'fastify';
import type { Caller } from '../api-keys/caller.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Store } from '../store.ts';
import type { SubmitParts } from '../submit/submit.ts';

/** What the routes stand on. */
export interface IntakeParts extends SubmitParts {
  readonly store: Store;
  /** Base of the addresses in a status, without a trailing slash; empty: relative to this API. */
  readonly publicUrl: string;
  /** Our own account, which a role must trust. */
  readonly platformAccount: string;
  /** `SCAN_ROLE_PATTERN`. */
  readonly rolePattern: string;
  /** Asks the parts without which nothing can be accepted; throws when one is down. */
  ready(): Promise<void>;
}

const callers = new WeakMap<FastifyRequest, Caller>();

/** Notes who asks, for the handlers behind the door. */
export const setCaller = (request: FastifyRequest, caller: Caller): void => void callers.set(request, caller);

/** Who asks. A route that forgot to stand behind the door refuses instead of serving a stranger. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (!caller) throw new HttpProblem(401, 'Send a valid API key in the header x-api-key.');
  return caller;
}
