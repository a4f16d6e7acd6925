import { Answer } from '../answer.ts';
import { command } from '../define-command.ts';
import { momentOf } from './moment.ts';

/** How far back it is asked, in days, and the most records that one question gives: the newest ones. */
export const ACCESS_DAYS = 14;
export const MOST_ACCESSES = 5_000;
const DAY_MS = 86_400_000;

/** Somebody did something in a mailbox, as the audit log tells it. */
export interface MailboxAccess {
  readonly id: string;
  readonly at: string | null;
  readonly operation: string;
  /** Who: a principal name. */
  readonly by: string;
  /** `other`: one of Microsoft's services, or something newer than this list. */
  readonly as: 'owner' | 'administrator' | 'delegate' | 'other';
  /** Whose mailbox; null where the record does not tell. */
  readonly mailbox: string | null;
}

/** What `LogonType` stands for. */
const LOGONS = ['owner', 'administrator', 'delegate'] as const;

/** What was done in mailboxes of late, the newest records; by owners too, since the search cannot leave them out. */
export const mailboxAccesses = command({
  name: 'exchange/mailbox-accesses',
  cmdlet: 'Search-UnifiedAuditLog',
  parameters: () => ({
    StartDate: new Date(Date.now() - ACCESS_DAYS * DAY_MS).toISOString(),
    EndDate: new Date().toISOString(),
    RecordType: 'ExchangeItem',
    ResultSize: MOST_ACCESSES,
  }),
  read: (item): MailboxAccess => {
    const data = new Answer(JSON.parse(item.at('AuditData').text()), 'AuditData');
    return {
      id: item.at('Identity').text(),
      at: momentOf(item.at('CreationDate')),
      operation: item.at('Operations').text(),
      by: item.at('UserIds').text(),
      as: LOGONS[data.at('LogonType').number()] ?? 'other',
      mailbox: data.at('MailboxOwnerUPN').or(null, (name) => name.text()),
    };
  },
});
