import { check, fail, notAssessed, pass, saw, source, type Judgement } from '@cis-scan/engine';
import { safeAttachmentPolicies, type SafeAttachmentPolicy } from '../../facts/exchange/safe-attachment-policies.ts';
import { safeAttachmentsInForce } from '../../facts/exchange/safe-attachments-in-force.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';
import { oneInForce } from './_in-force.ts';

/** Empty: any value will do. */
type Accepted = { readonly acceptedActions: readonly string[]; readonly acceptedQuarantineTags: readonly string[] };

const options: Accepted = { acceptedActions: ['Block'], acceptedQuarantineTags: ['AdminOnlyAccessPolicy'] };

function judge(policy: SafeAttachmentPolicy, { acceptedActions, acceptedQuarantineTags }: Accepted): Judgement {
  const { name, enabled, action, quarantineTag } = policy;
  const subject = `the Safe Attachments policy "${name}"`;
  const found = saw(safeAttachmentPolicies, {
    policy: name,
    Enable: enabled,
    Action: action,
    QuarantineTag: quarantineTag,
  });
  const asked = [
    { what: 'Action', value: action, accepted: acceptedActions },
    { what: 'QuarantineTag', value: quarantineTag, accepted: acceptedQuarantineTags },
  ].filter(({ accepted }) => accepted.length > 0);
  if (!enabled) return fail(policy, `${subject} is off`, found);
  const wrong = asked.filter(({ value, accepted }) => value !== null && !accepted.includes(value));
  if (wrong.length > 0) {
    const lacks = wrong.map(({ what, value, accepted }) => `${what} is ${value}, ${accepted.join(' or ')} is wanted`);
    return fail(policy, `${subject}: ${lacks.join('; ')}`, found);
  }
  const untold = asked.filter(({ value }) => value === null).map(({ what }) => what);
  if (untold.length > 0) {
    const detail = `${subject}: the answer does not tell ${untold.join(', ')}`;
    return notAssessed({ fact: safeAttachmentPolicies.name, cause: 'failed', rights: [], detail }, policy);
  }
  return pass(policy, `${subject} is on${action === null ? '' : ` with the action ${action}`}`, found);
}

export default check({
  title: 'Attachments are opened in a sandbox before mail is delivered',
  why: 'Malware that no scanner knows yet gives itself away when it is run where it can do no harm.',
  fix: 'In the Defender portal, Policies & rules, Threat policies, Safe Attachments, create a policy for all your domains with the action Block and the quarantine policy AdminOnlyAccessPolicy.',
  options,
  ...licensed(
    LICENCES.defenderP1,
    source({
      needs: { policies: safeAttachmentsInForce },
      evaluate: ({ policies }, accepted: Accepted) =>
        oneInForce(policies, { what: 'Safe Attachments policy', fact: safeAttachmentPolicies }, (policy) =>
          judge(policy, accepted),
        ),
    }),
  ),
  otherwise: [licensed(LICENCES.defenderP1, reported(['mdo_safeattachmentpolicy', 'mdo_safeattachments']))],
});
