import { traceIdOf, type Handle, type Logger } from '@cis-scan/runtime';
import { CodecError } from '@cis-scan/scan-table';
import { collect } from './collect.ts';
import type { Context } from './context.ts';
import { deliverScan, type Post } from './delivery/deliver.ts';
import { readEvent, type Incoming } from './event.ts';
import { sweep } from './sweep.ts';

/** What the handler needs beside the context of the work: the whole log, for children with ids. */
export type HandleContext = Omit<Context, 'log' | 'traceparent'> & { readonly log: Logger };

const idsOf = ({ event: { type, detail } }: Incoming): Record<string, unknown> => ({
  event: type,
  ...('scanId' in detail && { scanId: detail.scanId }),
  ...('targetId' in detail && { targetId: detail.targetId }),
  ...('attemptId' in detail && { attemptId: detail.attemptId }),
});

/**
 * Handles one message of the reporter's queue. Errors of our infrastructure are thrown: the queue's consumer waits and
 * calls again, with the same message.
 */
export function reporterHandle(shared: HandleContext, post: Post): Handle {
  let sweeping = false;
  /** One sweep at a time: a tick that comes meanwhile has nothing to add, and would bind a consumer. */
  const tick = async (context: Context, sentAt: Date): Promise<void> => {
    if (sweeping) return;
    sweeping = true;
    try {
      await sweep(context, post, sentAt);
    } finally {
      sweeping = false;
    }
  };

  return async ({ body, messageId, sentAt }) => {
    const incoming = readEvent(body);
    if (incoming === null) {
      shared.log.error({ messageId }, 'a message that is no event we understand; left for the dead-letter queue');
      return 'leave';
    }
    const { event, traceparent } = incoming;
    const log = shared.log.child({ ...idsOf(incoming), traceId: traceIdOf(traceparent) });
    const context: Context = { ...shared, log, traceparent };
    try {
      if (event.type === 'Tick') await tick(context, sentAt);
      else if (event.type === 'ScanReported') await deliverScan(context, post, event.detail.scanId);
      else await collect(context, event);
      return 'done';
    } catch (error) {
      // Waiting does not mend an item that nobody can read.
      if (!(error instanceof CodecError)) throw error;
      log.error({ err: error, messageId }, 'the table holds an item that is not ours');
      return 'leave';
    }
  };
}
