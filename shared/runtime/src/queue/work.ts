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

/** One message from its receipt to its end, with the heartbeat going on all the while. Never throws. */
export async function work(message: Received, options: WorkOptions): Promise<void> {
  const { receipt, giveBack, visibilitySeconds, heartbeatSeconds, log } = options;
  const lost = new AbortController();
  const ended = new AbortController();
  const keeping = receipt
    .keep({ visibilitySeconds, everySeconds: heartbeatSeconds }, ended.signal)
    .then((isLost) => isLost && lost.abort(new LostReceipt()));
  const signal = AbortSignal.any([giveBack, lost.signal]);
  try {
    const given = Promise.withResolvers<Outcome>();
    // A handler that does not come back in time must not keep the message from others.
    const timeUp = (): void => void setTimeout(() => given.resolve('again'), HANDLER_RETURNS_MS).unref();
    giveBack.addEventListener('abort', timeUp, { once: true });
    const outcome = await Promise.race([decide(message, signal, options), given.promise]);
    giveBack.removeEventListener('abort', timeUp);

    if (lost.signal.aborted) log.warn({ messageId: message.messageId }, 'the message was lost to somebody else');
    else if (outcome === 'done') await receipt.delete(signal);
    else if (outcome === 'again') await receipt.giveBack(0);
    else if (outcome !== 'leave') await receipt.giveBack(outcome.againAfterSeconds);
  } catch (error) {
    log.warn({ err: error, messageId: message.messageId }, 'the message will come again');
  } finally {
    ended.abort();
    await keeping;
  }
}

const HANDLER_RETURNS_MS = 5_000;
