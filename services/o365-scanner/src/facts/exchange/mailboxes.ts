import { command } from '../define-command.ts';
import { guidOf } from './identity.ts';

/** A mailbox and where its mail goes. */
export interface Mailbox {
  /** Object id of its account; its own GUID where the directory knows no account. */
  readonly id: string;
  readonly name: string;
  /** `UserMailbox`, `SharedMailbox`, `RoomMailbox` … */
  readonly kind: string;
  readonly audited: boolean;
  /** Name of its role assignment policy; null: none. */
  readonly roleAssignmentPolicy: string | null;
  /** An address anywhere that all mail is forwarded to; null: none. */
  readonly forwardingAddress: string | null;
  /** A recipient known to the organisation (also a contact) that all mail is forwarded to; null: none. */
  readonly forwardingRecipient: string | null;
  /** Whether forwarded mail stays in the mailbox as well. */
  readonly keepsForwarded: boolean;
}

/** All mailboxes in one list: nothing is ever asked per mailbox. */
export const mailboxes = command({
  name: 'exchange/mailboxes',
  cmdlet: 'Get-Mailbox',
  parameters: { ResultSize: 'Unlimited' },
  read: (item): Mailbox => ({
    id: item.at('ExternalDirectoryObjectId').or('', (id) => id.text()) || guidOf(item),
    name: item.at('UserPrincipalName').text(),
    kind: item.at('RecipientTypeDetails').text(),
    audited: item.at('AuditEnabled').flag(),
    roleAssignmentPolicy: item.at('RoleAssignmentPolicy').or(null, (name) => name.text()),
    forwardingAddress: item.at('ForwardingSmtpAddress').or(null, (address) => address.text()),
    forwardingRecipient: item.at('ForwardingAddress').or(null, (recipient) => recipient.text()),
    keepsForwarded: item.at('DeliverToMailboxAndForward').flag(),
  }),
});
