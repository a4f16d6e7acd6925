import type { TransportRule } from '../../semantics/transport-rule.ts';
import type { Answer } from '../answer.ts';
import { command } from '../define-command.ts';
import { guidOf } from './identity.ts';
import { momentOf } from './moment.ts';

// a condition or action that a rule does not use is null, or not there at all
const texts = (item: Answer, name: string): readonly string[] => item.at(name).or([], (list) => list.texts());
const text = (item: Answer, name: string): string | null => item.at(name).or(null, (value) => value.text());
const used = (item: Answer, name: string): boolean => (text(item, name) ?? '') !== '';

/** `Microsoft.Exchange.MessagingPolicies.Rules.Tasks.FromScopePredicate` is told by its last part. */
const kinds = (item: Answer, name: string): readonly string[] =>
  texts(item, name).map((type) => type.slice(type.lastIndexOf('.') + 1));

/** Mail flow rules. */
export const transportRules = command({
  name: 'exchange/transport-rules',
  cmdlet: 'Get-TransportRule',
  parameters: { ResultSize: 'Unlimited' },
  read: (item): TransportRule => ({
    id: guidOf(item),
    name: item.at('Name').text(),
    enabled: item.at('State').oneOf('Enabled', 'Disabled') === 'Enabled',
    // a rule in one of the two test modes acts on nothing; Microsoft documents Enforce as the default
    enforced: item.at('Mode').or(true, (mode) => mode.oneOf('Enforce', 'Audit', 'AuditAndNotify') === 'Enforce'),
    from: momentOf(item.at('ActivationDate')),
    until: momentOf(item.at('ExpiryDate')),
    recipients: {
      RedirectMessageTo: texts(item, 'RedirectMessageTo'),
      BlindCopyTo: texts(item, 'BlindCopyTo'),
      CopyTo: texts(item, 'CopyTo'),
      AddToRecipients: texts(item, 'AddToRecipients'),
    },
    spamConfidence: item.at('SetSCL').or(null, (level) => level.number()),
    senderDomains: texts(item, 'SenderDomainIs'),
    senderAddresses: texts(item, 'SenderIPRanges'),
    fromScope: text(item, 'FromScope'),
    sentToScope: text(item, 'SentToScope'),
    messageType: text(item, 'MessageTypeMatches'),
    rejects: used(item, 'RejectMessageReasonText') || used(item, 'RejectMessageEnhancedStatusCode'),
    deletes: item.at('DeleteMessage').or(false, (deletes) => deletes.flag()),
    conditions: kinds(item, 'Conditions'),
    exceptions: kinds(item, 'Exceptions'),
  }),
});
