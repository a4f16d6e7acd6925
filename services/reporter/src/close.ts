import { createHash } from 'node:crypto';
import type { EventDetail } from '@cis-scan/contracts';
import { childTraceparent } from '@cis-scan/runtime';
import { recipientIdOf, type MailItem, type Outcome, type RequestItem } from '@cis-scan/scan-table';
import type { Context } from './context.ts';
import { fullFindings } from './findings.ts';
import { decidedAt, outcomesOf, scanOutcome } from './outcome.ts';

/**
 * Step 5: builds the report from the winners' chunks, stores it, and notes it if every outcome is still the one that it
 * was built from. Does nothing while a target is open, or when the scan has its report or is gone.
 */
export async function closeScan(context: Context, scanId: string): Promise<void> {
  const { table, store } = context;
  for (let changes = 0; ; changes += 1) {
    const items = await table.readScan(scanId);
    if (items === null || items.state.report !== null) return;
    // Each target can change once, from failed to completed.
    if (changes > items.state.total) throw new Error('the outcomes of a scan do not come to rest');
    const outcomes = outcomesOf(items);
    if (outcomes === null) return;

    const outcome = await scanOutcome(items, (attempt) => fullFindings(store, attempt));
    const files = await store.putReport(scanId, buildOf(outcomes), context.render(outcome, decidedAt(items)));
    const status = [...outcomes.values()].some(({ kind }) => kind === 'completed') ? 'completed' : 'failed';
    const report = { status, ...files, storedAt: context.now().toISOString() } as const;
    const mails = mailsOf(items.request, report.storedAt);
    const put = await table.putReport(scanId, report, outcomes, mails, items.state.expiresAt);

    if (put === 'changed') continue;
    if (put === 'stored') {
      context.observe.reported(status);
      context.log.info({ scanId, status }, 'report stored');
      return announce(context, scanId, status);
    }
    // Deleted while we were at it: what we stored must not outlive the scan.
    if ((await table.readState(scanId)) === null) await store.removeReport(files);
    return;
  }
}

/** Tells the bus that a report is stored. Until this went through, the sweeper finds the scan due and tells it again. */
export async function announce(context: Context, scanId: string, status: 'completed' | 'failed'): Promise<void> {
  const detail: EventDetail<'ScanReported'> = { version: 1, scanId, status };
  await context.bus.publish([{ type: 'ScanReported', detail, traceparent: childTraceparent(context.traceparent) }]);
  await context.table.announced(scanId);
}

/** Names a report by the outcomes that it tells of: builds of the same outcomes are the same bytes in the same place. */
function buildOf(outcomes: ReadonlyMap<number, Outcome>): string {
  const told = [...outcomes]
    .sort(([a], [b]) => a - b)
    .map(([targetId, outcome]) =>
      outcome.kind === 'completed' ? [targetId, outcome.attemptId] : [targetId, outcome.reason, outcome.detail],
    );
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16);
}

/** One pending mail per recipient, due at once. */
function mailsOf({ scanId, emails }: RequestItem, now: string): readonly MailItem[] {
  const recipients = new Map(emails.map((email) => [recipientIdOf(email), email]));
  return [...recipients].map(([recipientId, email]) => ({
    scanId,
    recipientId,
    email,
    state: 'pending',
    detail: null,
    tries: 0,
    lease: null,
    due: now,
    createdAt: now,
    updatedAt: now,
  }));
}
