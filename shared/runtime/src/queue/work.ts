import { backoff, isDefect, pause } from '../backoff.ts';
import type { Logger } from '../log.ts';
import { LostReceipt, type Receipt } from './receipt.ts';
import type { Received } from './received.ts';

/**
 * What becomes of a message: `done` deletes it, `again` gives it back at once (or after so many seconds), `leave` lets its
 * visibility run out.
 */
export type Outcome = 'done' | 'again' | 'leave' | { readonly againAfterSeconds: number };

/** Handles one message. `signal` says that the message was lost or the service stops: come back soon, whatever you return. */
export type Handle = (message: Received, signal: AbortSignal) => Promise<Outcome>;

export interface WorkOptions {
  readonly handle: Handle;
  readonly receipt: Receipt;
  readonly visibilitySeconds: number;
  readonly heartbeatSeconds: number;
  /** Aborted when work in hand has to be given back. */
  readonly giveBack: AbortSignal;
  readonly log: Logger;
  readonly pauseFor?: (tries: number) => number;
}

/** Seconds before a message that met a defect of ours is tried again: each try counts towards the dead-letter queue. */
const AFTER_DEFECT = 30;
/** What a handler has to come back in, once told to. */
const HANDLER_RETURNS_MS = 5_000;

/** Handles until an outcome: errors of infrastructure are waited out here, so that polling stops and nothing is lost. */
async function decide(message: Received, signal: AbortSignal, options: WorkOptions): Promise<Outcome> {
  const { handle, log, pauseFor = backoff } = options;
  for (let tries = 0; ; tries++) {
    try {
      return await handle(message, signal);
    } catch (error) {
      if (signal.aborted) return 'again';
      if (isDefect(error)) {
        log.error({ err: error, messageId: message.messageId }, 'a defect of our own; the message will be tried again');
        return { againAfterSeconds: AFTER_DEFECT };
      }
      log.warn({ err: error, messageId: message.messageId, tries: tries + 1 }, 'waiting for our own infrastructure');
      await pause(pauseFor(tries), signal);
      if (signal.aborted) return 'again';
    }
  }
}

/** Aborts a while after `giveBack`: a handler that does not come back by then must not keep the message from others. */
function deadlineAfter(giveBack: AbortSignal): { readonly signal: AbortSignal; cancel(): void } {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => late.abort(new Error('the service stops')), HANDLER_RETURNS_MS);
  };
  if (giveBack.aborted) begin();
  else giveBack.addEventListener('abort', begin, { once: true });
  return {
    signal: late.signal,
    cancel: () => {
      giveBack.removeEventListener('abort', begin);
      clearTimeout(timer);
    },
  };
}

/** One message from its receipt to its end, with the heartbeat going on all the while. Never throws. */
export async function work(message: Received, options: WorkOptions): Promise<void> {
  const { receipt, giveBack, visibilitySeconds, heartbeatSeconds, log } = options;
  const lost = new AbortController();
  const ended = new AbortController();
  const keeping = receipt
    .keep({ visibilitySeconds, everySeconds: heartbeatSeconds }, ended.signal)
    .then((isLost) => isLost && lost.abort(new LostReceipt()));
  const deadline = deadlineAfter(giveBack);
  const late = Promise.withResolvers<Outcome>();
  deadline.signal.addEventListener('abort', () => late.resolve('again'), { once: true });
  try {
    const decided = decide(message, AbortSignal.any([giveBack, lost.signal]), options);
    const outcome = await Promise.race([decided, late.promise]);
    if (lost.signal.aborted) log.warn({ messageId: message.messageId }, 'the message was lost to somebody else');
    else if (outcome === 'done') await receipt.delete(AbortSignal.any([deadline.signal, lost.signal]));
    else if (outcome === 'again') await receipt.giveBack(0);
    else if (outcome !== 'leave') await receipt.giveBack(outcome.againAfterSeconds);
  } catch (error) {
    log.warn({ err: error, messageId: message.messageId }, 'the message will come again');
  } finally {
    deadline.cancel();
    ended.abort();
    await keeping;
  }
}
