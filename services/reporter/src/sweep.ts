import type { Due } from '@cis-scan/scan-table';
import { announce, closeScan } from './close.ts';
import { failTarget } from './collect.ts';
import type { Context } from './context.ts';
import { deliver, type Post } from './delivery/deliver.ts';

/** How many things that are due one sweep looks at; the rest waits for the next tick. */
const AT_ONCE = 100;

/**
 * Does what is due: ends scans whose deadline has passed, announces reports whose announcement was cut short, sends
 * mails. One thing that fails does not keep the others; it stays due.
 *
 * @param queueTime when the tick was put into the queue. Deadlines are judged by it: while our queue stands still, so
 *   does this clock, and an outage of ours fails nobody's scan.
 */
export async function sweep(context: Context, post: Post, queueTime: Date): Promise<void> {
  const due = await context.table.due(context.now(), AT_ONCE);
  for (const one of due) {
    try {
      if (one.kind === 'scan') await endScan(context, one, queueTime);
      else await deliver(context, post, one.scanId, one.recipientId);
    } catch (error) {
      context.log.error({ err: error, scanId: one.scanId }, 'could not do what is due');
    }
  }
}

/** A scan that is due: its report has not been announced, or its deadline has passed. */
export async function endScan(
  context: Context,
  { scanId }: Extract<Due, { kind: 'scan' }>,
  queueTime: Date,
): Promise<void> {
  const items = await context.table.readScan(scanId);
  if (items === null) return;
  const { request, state } = items;
  if (state.report !== null) {
    // Not due any more: somebody else has announced it meanwhile.
    if (state.due !== null) await announce(context, scanId, state.report.status);
    return;
  }
  if (Date.parse(request.deadline) > queueTime.getTime()) return;
  const outcome = {
    kind: 'failed',
    reason: 'deadline',
    detail: 'No scanner finished this target before the deadline of the scan.',
  } as const;
  for (const { targetId } of request.targets) await failTarget(context, scanId, targetId, outcome, state.expiresAt);
  // Where every target was done before, but whoever should have closed the scan died.
  await closeScan(context, scanId);
}
