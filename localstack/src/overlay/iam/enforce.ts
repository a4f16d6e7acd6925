import { actionOf } from '../action.ts';
import type { Answer, Call } from '../call.ts';
import { denialSentence, refuse } from '../refusal.ts';
import type { Caller, Callers } from './callers.ts';
import { both, decide } from './evaluate.ts';

/** Refuses what the caller's own policies (and those of its session) do not allow; null: allowed. */
export async function enforce(call: Call, caller: Caller, callers: Callers): Promise<Answer | null> {
  const action = actionOf(call);
  // Nobody can be forbidden to ask who he is.
  if (caller.principal === null || call.operation === 'Unknown' || action === 'sts:GetCallerIdentity') return null;
  const statements = await callers.statements(caller.account, caller.principal);
  if (statements === null) return null;
  const own = decide(statements, action, null);
  const decision = caller.sessionPolicy === null ? own : both(own, decide(caller.sessionPolicy, action, null));
  if (decision === 'allowed') return null;
  const kind = own === 'allowed' ? 'a session policy' : 'an identity-based policy';
  const why =
    decision === 'explicitDeny'
      ? `with an explicit deny in ${kind}`
      : `because no ${kind.replace(/^an? /, '')} allows the ${action} action`;
  return refuse(call, 'denied', denialSentence(caller.arn, action, why));
}
