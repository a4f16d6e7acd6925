import { jsonAnswer, type Answer } from './call.ts';
import type { CallCounter } from './counts.ts';
import type { AccountFacts } from './facts.ts';
import type { Fault, Faults } from './faults.ts';

/** What the control paths change. */
export interface Controls {
  readonly accounts: Map<string, AccountFacts>;
  readonly faults: Faults;
  readonly counter: CallCounter;
  onAccount(account: string): Promise<void>;
}

/** Whether a path is the overlay's own and not one of AWS. */
export function isControl(path: string): boolean {
  return path.startsWith('/_overlay/');
}

/**
 * The private paths by which seeding and tests talk to the overlay.
 *
 * PUT /_overlay/accounts/:id facts · GET, PUT, DELETE /_overlay/faults list of faults · GET, DELETE /_overlay/calls
 */
export async function control(method: string, path: string, body: string, controls: Controls): Promise<Answer> {
  const account = /^\/_overlay\/accounts\/(\d{12})$/.exec(path)?.[1];
  if (account !== undefined && method === 'PUT') {
    controls.accounts.set(account, { ...(JSON.parse(body) as AccountFacts), account });
    await controls.onAccount(account);
    return jsonAnswer(200, {});
  }
  switch (`${method} ${path}`) {
    case 'PUT /_overlay/faults':
      controls.faults.set(JSON.parse(body) as Fault[]);
      return jsonAnswer(200, {});
    case 'DELETE /_overlay/faults':
      controls.faults.set([]);
      return jsonAnswer(200, {});
    case 'GET /_overlay/calls':
      return jsonAnswer(200, controls.counter.read());
    case 'DELETE /_overlay/calls':
      controls.counter.clear();
      return jsonAnswer(200, {});
  }
  return jsonAnswer(404, { error: `no control path ${method} ${path}` });
}
