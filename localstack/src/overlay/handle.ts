import { nameOf } from './action.ts';
import { ANSWERERS } from './answers/table.ts';
import type { Answer, Call } from './call.ts';
import type { CallCounter } from './counts.ts';
import type { AccountFacts } from './facts.ts';
import type { Faults } from './faults.ts';
import { forward } from './forward.ts';
import { assumeRole } from './iam/assume-role.ts';
import type { Caller, Callers } from './iam/callers.ts';
import { enforce } from './iam/enforce.ts';
import { isSignedWith } from './iam/signature.ts';
import { simulateCustomPolicy, simulatePrincipalPolicy } from './iam/simulate.ts';
import { refuse } from './refusal.ts';

export interface Rooms {
  readonly emulator: URL;
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  readonly callers: Callers;
  readonly faults: Faults;
  readonly counter: CallCounter;
}

async function answerFor(call: Call, caller: Caller, rooms: Rooms): Promise<Answer> {
  const next = (): Promise<Answer> => forward(rooms.emulator, call);
  const name = nameOf(call);
  const facts = rooms.accounts.get(caller.account);

  const secret = facts?.secrets?.[call.accessKeyId ?? ''] ?? rooms.callers.secretOf(call.accessKeyId ?? '');
  if (secret !== null && !isSignedWith(call, secret)) return refuse(call, 'bad-signature');
  // Only seeded accounts are ruled as AWS rules them: others are entered by tests under names that do not exist.
  const denial = facts === undefined ? null : await enforce(call, caller, rooms.callers);
  if (denial !== null) return denial;

  if (name === 'sts:AssumeRole') return assumeRole(call, caller, rooms.callers, next);
  if (name === 'iam:SimulatePrincipalPolicy') return simulatePrincipalPolicy(call, caller, rooms.callers);
  if (name === 'iam:SimulateCustomPolicy') return simulateCustomPolicy(call);
  const answerer = ANSWERERS[name];
  return answerer === undefined ? next() : answerer(call, facts ?? { account: caller.account }, next);
}

/** The whole way of one call: whose is it, does a fault strike, may the caller, and who answers. */
export async function handle(call: Call, rooms: Rooms): Promise<Answer | 'hang' | 'disconnect'> {
  if (call.accessKeyId === null) return forward(rooms.emulator, call);
  const caller = await rooms.callers.of(call.accessKeyId);
  if (caller === null) return refuse(call, 'unknown-key');
  rooms.counter.began(call, caller.account);
  try {
    const struck = await rooms.faults.strike(call, caller.account, caller.arn);
    return struck ?? (await answerFor(call, caller, rooms));
  } finally {
    rooms.counter.ended();
  }
}
