import type { Message } from '@aws-sdk/client-sqs';

/** A message as handlers see it. */
export interface Received {
  readonly messageId: string;
  readonly body: string;
  /** Message attributes of type String. */
  readonly attributes: Readonly<Record<string, string>>;
  /** 1 at the first time. */
  readonly receiveCount: number;
  /** By the clock of the queue. */
  readonly sentAt: Date;
}

/** Our view of an SQS message. */
export const received = (message: Message): Received => ({
  messageId: message.MessageId ?? '',
  body: message.Body ?? '',
  attributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).flatMap(([name, { StringValue }]) =>
      StringValue === undefined ? [] : [[name, StringValue]],
    ),
  ),
  receiveCount: Number(message.Attributes?.ApproximateReceiveCount ?? 1),
  sentAt: new Date(Number(message.Attributes?.SentTimestamp ?? Date.now())),
});
