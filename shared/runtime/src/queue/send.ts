import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import { backoff, pause } from '../backoff.ts';
import { batches, bytesOf } from '../batch.ts';

/** A message for a FIFO queue. */
export interface OutgoingMessage {
  readonly body: string;
  /** Messages of one group are handed out one after the other. */
  readonly group: string;
  /** The queue drops a second message with the same id for five minutes. */
  readonly deduplicationId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Messages that the queue did not take: their deduplication ids, so that the caller can go on with these. */
export class SendRefused extends Error {
  readonly unsent: readonly string[];

  constructor(unsent: readonly string[], codes: readonly string[]) {
    super(`the queue refused ${unsent.length} message(s): ${[...new Set(codes)].join(', ')}`);
    this.name = 'SendRefused';
    this.unsent = unsent;
  }
}

export interface SendOptions {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly tries?: number;
  readonly pauseFor?: (tries: number) => number;
}

const LIMITS = { count: 10, bytes: 240_000 };
const sizeOf = ({ body, attributes }: OutgoingMessage): number =>
  bytesOf(body) + Object.entries(attributes).reduce((sum, [name, value]) => sum + bytesOf(name + value) + 6, 0);

const entryOf = (message: OutgoingMessage, index: number): SendMessageBatchRequestEntry => ({
  Id: String(index),
  MessageBody: message.body,
  MessageGroupId: message.group,
  MessageDeduplicationId: message.deduplicationId,
  MessageAttributes: Object.fromEntries(
    Object.entries(message.attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
  ),
});

/**
 * Puts every message on the queue. A batch that succeeds may still have refused some messages: these are sent again.
 * Resolves only when all were accepted; throws SendRefused when some stay refused, or the SDK's error.
 */
export async function sendAll(
  messages: readonly OutgoingMessage[],
  { sqs, queueUrl, tries = 4, pauseFor = backoff }: SendOptions,
): Promise<void> {
  for (const batch of batches(messages, LIMITS, sizeOf)) {
    let open = batch;
    for (let tried = 1; open.length > 0; tried++) {
      const answer = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: open.map(entryOf) }));
      const accepted = new Set((answer.Successful ?? []).map(({ Id }) => Id));
      const refused = answer.Failed ?? [];
      open = open.filter((_, index) => !accepted.has(String(index)));
      if (open.length === 0) break;
      if (tried >= tries || refused.some(({ SenderFault }) => SenderFault)) {
        throw new SendRefused(
          open.map(({ deduplicationId }) => deduplicationId),
          refused.map(({ Code }) => Code ?? 'Unknown'),
        );
      }
      await pause(pauseFor(tried - 1));
    }
  }
}
