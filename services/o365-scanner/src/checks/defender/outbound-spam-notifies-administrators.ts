import { check, fail, notAssessed, pass, saw } from '@cis-scan/engine';
import { outboundSpamPolicies } from '../../facts/exchange/outbound-spam-policies.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'Administrators hear of spam that leaves the organisation, and get a copy',
  why: 'Outgoing spam is often the first sign of a mailbox that somebody else has taken over.',
  fix: 'In the Defender portal, Policies & rules, Threat policies, Anti-spam, edit the outbound policy (Default): send a copy of suspicious messages, and notify, people who look at it.',
  needs: { policies: outboundSpamPolicies },
  evaluate({ policies }) {
    return policies
      .filter((policy) => policy.isDefault)
      .each(
        (policy) => {
          const { name, notifies, notified, copies, copied } = policy;
          const found = saw(outboundSpamPolicies, {
            policy: name,
            NotifyOutboundSpam: notifies,
            notifiedRecipients: notified,
            BccSuspiciousOutboundMail: copies,
            copiedRecipients: copied,
          });
          const lacks = [
            ...(notifies ? [] : ['it notifies nobody (NotifyOutboundSpam is off)']),
            ...(notifies && notified === 0 ? ['its notifications have no recipient'] : []),
            ...(copies ? [] : ['it sends no copies (BccSuspiciousOutboundMail is off)']),
            ...(copies && copied === 0 ? ['its copies have no recipient'] : []),
          ];
          return lacks.length === 0
            ? pass(policy, `the policy "${name}" notifies ${notified} and sends copies to ${copied} recipients`, found)
            : fail(policy, `the policy "${name}" should notify and send copies: ${lacks.join('; ')}`, found);
        },
        // every organisation has the default policy: an answer without it was hidden from us
        () =>
          notAssessed({
            fact: outboundSpamPolicies.name,
            cause: 'failed',
            rights: [],
            detail: 'the default policy was not answered',
          }),
      );
  },
  otherwise: [reported('mdo_spam_notifications_only_for_admins')],
});
