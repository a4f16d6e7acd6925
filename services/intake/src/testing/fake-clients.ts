import { randomBytes } from 'node:crypto';
import { GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import {
  SendMessageBatchCommand,
  type SendMessageBatchCommandInput,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** A queue that remembers what it took. */
export interface FakeQueue {
  readonly client: SQSClient;
  readonly taken: SendMessageBatchRequestEntry[];
  /** Called before a batch is taken: a throw refuses it. */
  refuse: ((batch: SendMessageBatchCommandInput) => void) | null;
}

export function fakeQueue(): FakeQueue {
  const queue: Omit<FakeQueue, 'client'> & { client: SQSClient | null } = { client: null, taken: [], refuse: null };
  const send = (command: unknown): Promise<unknown> => {
    if (!(command instanceof SendMessageBatchCommand)) return Promise.reject(new TypeError('not a batch'));
    return Promise.resolve().then(() => {
      queue.refuse?.(command.input);
      const entries = command.input.Entries ?? [];
      queue.taken.push(...entries);
      return { Successful: entries.map(({ Id }) => ({ Id })) };
    });
  };
  queue.client = { send } as unknown as SQSClient;
  return queue as FakeQueue;
}

/** KMS as far as sealing goes. */
export function fakeKms(): KMSClient {
  const send = (command: unknown): Promise<unknown> =>
    command instanceof GenerateDataKeyCommand
      ? Promise.resolve({ Plaintext: randomBytes(32), CiphertextBlob: randomBytes(64) })
      : Promise.reject(new TypeError('not GenerateDataKey'));
  return { send } as unknown as KMSClient;
}
