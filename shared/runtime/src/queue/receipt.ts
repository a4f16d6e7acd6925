import { ChangeMessageVisibilityCommand, DeleteMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { pause, waitOut } from '../backoff.ts';
import type { Logger } from '../log.ts';

/** The queue has given the message to somebody else, or it is gone: what we do with it no longer counts. */
export class LostReceipt extends Error {
  constructor() {
    super('the message is no longer ours');
    this.name = 'LostReceipt';
  }
}

const LOST = [
  'ReceiptHandleIsInvalid',
  'MessageNotInflight',
  'InvalidParameterValue',
  'InvalidParameterValueException',
];
const isLost = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  LOST.some((name) => String(error.name).endsWith(name));

export interface ReceiptOptions {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly receiptHandle: string;
  readonly log: Logger;
}

/**
 * Our hold on one received message. It talks to the queue by a client of its own, so that keeping, deleting and giving
 * back still work while the polling is being stopped.
 */
export interface Receipt {
  /** Extends the hold every so often until `end` is aborted; resolves to true when it was lost. */
  keep(
    times: { readonly visibilitySeconds: number; readonly everySeconds: number },
    end: AbortSignal,
  ): Promise<boolean>;
  /** Deletes the message, waiting out an outage until `end`; throws LostReceipt when it was no longer ours. */
  delete(end: AbortSignal): Promise<void>;
  /** Lets others have the message after so many seconds. Tried once: the hold runs out by itself. */
  giveBack(afterSeconds: number): Promise<void>;
}

export function createReceipt({ sqs, queueUrl, receiptHandle, log }: ReceiptOptions): Receipt {
  const message = { QueueUrl: queueUrl, ReceiptHandle: receiptHandle };
  const hold = (seconds: number): Promise<unknown> =>
    sqs.send(new ChangeMessageVisibilityCommand({ ...message, VisibilityTimeout: seconds }));

  return {
    async keep({ visibilitySeconds, everySeconds }, end) {
      for (;;) {
        await pause(everySeconds * 1000, end);
        if (end.aborted) return false;
        try {
          await hold(visibilitySeconds);
        } catch (error) {
          if (isLost(error)) return true;
          log.warn({ err: error }, 'heartbeat failed');
        }
      }
    },
    async delete(end) {
      try {
        await waitOut(() => sqs.send(new DeleteMessageCommand(message)), {
          log,
          what: 'delete a message',
          signal: end,
          isFinal: isLost,
        });
      } catch (error) {
        throw isLost(error) ? new LostReceipt() : error;
      }
    },
    async giveBack(afterSeconds) {
      try {
        await hold(afterSeconds);
      } catch (error) {
        log.warn({ err: error }, 'could not give a message back; it returns when its time runs out');
      }
    },
  };
}
