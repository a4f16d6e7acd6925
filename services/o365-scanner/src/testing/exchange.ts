import type { Mailbox } from '../facts/exchange/mailboxes.ts';
import type { Organization } from '../facts/exchange/organization.ts';
import type { TransportRule } from '../semantics/transport-rule.ts';

/** An organisation with everything as it should be, with what a case changes in it. */
export const organization = (over: Partial<Organization> = {}): Organization => ({
  modernAuthentication: true,
  customerLockbox: true,
  auditDisabled: false,
  mailTips: true,
  mailTipsExternal: true,
  mailTipsGroups: true,
  mailTipsLargeAudience: 25,
  defaultAuthenticationPolicy: 'Block basic',
  ...over,
});

/** A person's mailbox that forwards nothing. */
export const mailbox = (id: string, over: Partial<Mailbox> = {}): Mailbox => ({
  id,
  name: `${id}@larkfield.example`,
  kind: 'UserMailbox',
  audited: true,
  roleAssignmentPolicy: 'Default Role Assignment Policy',
  forwardingAddress: null,
  forwardingRecipient: null,
  keepsForwarded: false,
  ...over,
});

/** A rule in force without conditions and actions. */
export const transportRule = ({
  recipients,
  ...over
}: Partial<Omit<TransportRule, 'recipients'>> & {
  readonly recipients?: Partial<TransportRule['recipients']>;
} = {}): TransportRule => ({
  id: 'guid-rule',
  name: 'Rule',
  enabled: true,
  enforced: true,
  from: null,
  until: null,
  recipients: { RedirectMessageTo: [], BlindCopyTo: [], CopyTo: [], AddToRecipients: [], ...recipients },
  spamConfidence: null,
  senderDomains: [],
  senderAddresses: [],
  fromScope: null,
  sentToScope: null,
  messageType: null,
  rejects: false,
  deletes: false,
  conditions: [],
  exceptions: [],
  ...over,
});
