import { once } from 'node:events';
import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import { Consumer } from 'sqs-consumer';
import { backoff, pause } from '../backoff.ts';
import type { Logger } from '../log.ts';
import type { TaskProtection } from '../task-protection.ts';
import { createReceipt } from './receipt.ts';
import { received } from './received.ts';
import { work, type Handle } from './work.ts';

export interface ConsumeOptions {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  /** Messages in work at once. Each has a consumer of its own: one batch may hold several messages of one FIFO group. */
  readonly consumers: number;
  readonly visibilitySeconds: number;
  /** Well below the visibility: one missed beat must not lose the message. */
  readonly heartbeatSeconds: number;
  readonly log: Logger;
  readonly handle: Handle;
  /** How long one poll waits for a message; also what an idle stop may take. */
  readonly waitSeconds?: number;
  /** How long work in hand may go on after `stop` before it is given back. */
  readonly graceSeconds?: number;
  readonly protection?: TaskProtection;
  /** Pauses between tries during an outage, in milliseconds. */
  readonly pauseFor?: (tries: number) => number;
}

export interface Consuming {
  /** Stops receiving, lets work in hand finish within the grace time, gives back the rest. */
  stop(): Promise<void>;
}

/** Waits for `end`, at most so many seconds. */
async function atMost(seconds: number, end: Promise<unknown>): Promise<void> {
  const ended = new AbortController();
  await Promise.race([end, pause(seconds * 1000, ended.signal)]);
  ended.abort();
}

/** Receives messages until stopped, one at a time per consumer, each deleted only when its handler says `done`. */
export function consume(options: ConsumeOptions): Consuming {
  const { sqs, queueUrl, log, waitSeconds = 5, graceSeconds = 10, pauseFor = backoff } = options;
  const stopping = new AbortController();
  const giveBack = new AbortController();
  const running = new Set<Promise<void>>();

  const take = async (message: Message): Promise<void> => {
    const receipt = createReceipt({ sqs, queueUrl, receiptHandle: message.ReceiptHandle ?? '', log });
    // The last poll may still bring a message after the stop.
    if (stopping.signal.aborted) return receipt.giveBack(0);
    const release = await options.protection?.hold();
    try {
      await work(received(message), { ...options, receipt, giveBack: giveBack.signal, pauseFor });
    } finally {
      await release?.();
    }
  };

  const start = (): Consumer => {
    let failures = 0;
    const consumer = Consumer.create({
      sqs,
      queueUrl,
      batchSize: 1,
      waitTimeSeconds: waitSeconds,
      visibilityTimeout: options.visibilitySeconds,
      messageAttributeNames: ['All'],
      messageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
      suppressFifoWarning: true,
      shouldDeleteMessages: false,
      // Without a pause of ours, polling a queue that is down would be a busy loop.
      preReceiveMessageCallback: () =>
        failures === 0 ? Promise.resolve() : pause(pauseFor(failures - 1), stopping.signal),
      postReceiveMessageCallback: async () => {
        failures = 0;
      },
      handleMessage: async (message) => {
        const done = take(message);
        running.add(done);
        await done.finally(() => running.delete(done));
        return message;
      },
    });
    const onError = (error: Error): void => {
      failures += 1;
      log.warn({ err: error, failures }, 'receiving from a queue failed');
    };
    consumer.on('error', onError);
    consumer.on('processing_error', onError);
    consumer.start();
    return consumer;
  };
  const consumers = Array.from({ length: options.consumers }, start);

  /** The end of the poll that is under way, if one is. */
  const pollEnd = async (consumer: Consumer): Promise<void> => {
    // Between telling its end and being at it a poll takes some microtasks: after them, the two agree.
    await new Promise((resolve) => setImmediate(resolve));
    if (!consumer.status.isPolling) return;
    await Promise.race(['empty', 'response_processed', 'error'].map((event) => once(consumer, event)));
  };

  return {
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      for (const consumer of consumers) consumer.stop();
      const idle = Promise.allSettled(consumers.map(pollEnd));
      await atMost(graceSeconds, idle);
      giveBack.abort(new Error('the service stops'));
      await Promise.allSettled(running);
      await atMost(waitSeconds + 1, idle);
    },
  };
}
