import { randomUUID } from 'node:crypto';
import type { MailItem } from '@cis-scan/scan-table';
import type { Context } from '../context.ts';
import { compose } from './compose.ts';
import type { Send } from './smtp.ts';
import type { Sent } from './verdict.ts';

/** How mails leave: from which bare address, by whom, and for how long one reporter keeps a mail for itself. */
export interface Post {
  readonly fromAddress: string;
  readonly leaseMs: number;
  readonly send: Send;
}

const MINUTE = 60_000;
const GIVE_UP = 24 * 60 * MINUTE;

/** Milliseconds until the next try: 10 s, 20 s, 40 s … until an hour, from then on hourly. */
export const retryDelay = (tries: number): number => Math.min(60 * MINUTE, 10_000 * 2 ** Math.min(tries - 1, 9));

const isDue = (mail: MailItem, now: Date): boolean =>
  mail.state === 'pending' && mail.due !== null && Date.parse(mail.due) <= now.getTime();

/**
 * Sends one mail, if it is due and nobody else has it, and notes how it went. Killed between the server's "accepted"
 * and that note, the next one sends a second copy under the same Message-ID: the one case that no order of steps avoids.
 */
export async function deliver(context: Context, post: Post, scanId: string, recipientId: string): Promise<void> {
  const { table, now } = context;
  const items = await table.readScan(scanId);
  if (items === null) return table.dropMail(scanId, recipientId);
  const due = items.mails.find((mail) => mail.recipientId === recipientId);
  const report = items.state.report;
  if (!due || report === null || !isDue(due, now())) return;

  // Composed before it is leased: if the store is down, nobody has to wait for a lease to run out.
  const letter = await compose(context, items, report, due, post.fromAddress);
  const mail = await table.leaseMail(
    scanId,
    recipientId,
    randomUUID(),
    now(),
    new Date(now().getTime() + post.leaseMs),
  );
  if (mail === null) return;
  const result = settlement(await post.send(letter), mail, now());
  await table.settleMail(mail, result, now());
  context.observe.delivered(result.state);
  context.log.info({ scanId, recipientId, state: result.state, tries: mail.tries, detail: result.detail }, 'mail');
}

/** Sends every mail of a scan that is due. */
export async function deliverScan(context: Context, post: Post, scanId: string): Promise<void> {
  const items = await context.table.readScan(scanId);
  const mails = items?.mails ?? [];
  await Promise.all(mails.map(({ recipientId }) => deliver(context, post, scanId, recipientId)));
}

/** What a try means for the mail: done, refused, again later, or given up a day after the report. */
export function settlement(
  sent: Sent,
  mail: Pick<MailItem, 'tries' | 'createdAt'>,
  now: Date,
): { readonly state: MailItem['state']; readonly detail: string | null; readonly retryAt: Date | null } {
  if (sent.kind === 'sent') return { state: 'sent', detail: null, retryAt: null };
  if (sent.kind === 'refused') return { state: 'refused', detail: sent.detail, retryAt: null };
  if (now.getTime() - Date.parse(mail.createdAt) >= GIVE_UP) {
    return { state: 'gave-up', detail: sent.detail, retryAt: null };
  }
  return { state: 'pending', detail: sent.detail, retryAt: new Date(now.getTime() + retryDelay(mail.tries)) };
}
