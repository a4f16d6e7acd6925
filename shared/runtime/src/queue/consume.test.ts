import { afterEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { FakeQueue } from '../testing/fake-queue.ts';
import { consume, type ConsumeOptions, type Consuming } from './consume.ts';
import type { Handle, Outcome } from './work.ts';

let running: Consuming | undefined;
afterEach(async () => running?.stop());

const begin = (queue: FakeQueue, handle: Handle, more: Partial<ConsumeOptions> = {}): Consuming =>
  (running = consume({
    sqs: queue.client,
    queueUrl: 'https://queue.test/jobs.fifo',
    consumers: 1,
    visibilitySeconds: 60,
    heartbeatSeconds: 20,
    waitSeconds: 0,
    graceSeconds: 5,
    log: pino({ level: 'silent' }),
    pauseFor: () => 1,
    handle,
    ...more,
  }));

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

describe('consume', () => {
  test.each<[string, Outcome, { size: number; visibilities: number[] }]>([
    ['done deletes', 'done', { size: 0, visibilities: [] }],
    ['again gives back at once', 'again', { size: 1, visibilities: [0] }],
    ['again later gives back with a delay', { againAfterSeconds: 30 }, { size: 1, visibilities: [30] }],
    ['leave does nothing', 'leave', { size: 1, visibilities: [] }],
  ])('%s', async (_, outcome, expected) => {
    const queue = new FakeQueue();
    queue.put('x');
    let handled = 0;
    begin(queue, async () => (handled++ === 0 ? outcome : 'leave'));
    await queue.until(() => handled > 0 && queue.log.filter((call) => call === 'ReceiveMessage').length > 1);
    expect(queue.visibilities).toEqual(expected.visibilities);
    expect(queue.size).toBe(expected.size);
  });

  test('hands over body, attributes, count of receives and time of sending', async () => {
    const queue = new FakeQueue();
    const seen = Promise.withResolvers<Parameters<Handle>[0]>();
    queue.put('{"a":1}', { scanId: 's', traceparent: 't' });
    begin(queue, async (message) => {
      seen.resolve(message);
      return 'done';
    });
    expect(await seen.promise).toEqual({
      messageId: 'm0',
      body: '{"a":1}',
      attributes: { scanId: 's', traceparent: 't' },
      receiveCount: 1,
      sentAt: new Date(1764000000000),
    });
  });

  test('waits out errors inside the receive: nothing else is received, nothing is lost', async () => {
    const queue = new FakeQueue();
    queue.put('first');
    queue.put('second');
    const order: string[] = [];
    begin(queue, async ({ body, receiveCount }) => {
      order.push(`${body} ${receiveCount}`);
      if (order.length < 4) throw new Error('the store is down');
      return 'done';
    });
    await queue.until(() => queue.size === 0);
    expect(order).toEqual(['first 1', 'first 1', 'first 1', 'first 1', 'second 1']);
  });

  test('a defect of ours is not waited out: the message comes again and counts towards the dead-letter queue', async () => {
    const queue = new FakeQueue();
    queue.put('x');
    let tries = 0;
    begin(queue, async () => {
      tries += 1;
      throw new TypeError('undefined is not a function');
    });
    await queue.until(() => queue.visibilities.length > 0);
    expect([tries, queue.visibilities]).toEqual([1, [30]]);
  });

  test('the heartbeat goes on while a handler works', async () => {
    const queue = new FakeQueue();
    queue.put('x');
    const enough = Promise.withResolvers<Outcome>();
    begin(queue, () => enough.promise, { heartbeatSeconds: 0.005 });
    await queue.until(() => queue.visibilities.length >= 3);
    expect(new Set(queue.visibilities)).toEqual(new Set([60]));
    enough.resolve('done');
    await queue.until(() => queue.size === 0);
  });

  test('a lost receipt stops the handler, and nothing is deleted', async () => {
    const queue = new FakeQueue();
    queue.put('x');
    let reason: unknown;
    const ended = Promise.withResolvers<void>();
    begin(
      queue,
      async (_, signal) => {
        queue.expire();
        await aborted(signal);
        reason = signal.reason;
        ended.resolve();
        return 'done';
      },
      { heartbeatSeconds: 0.005 },
    );
    await ended.promise;
    await running?.stop();
    expect(String(reason)).toContain('no longer ours');
    expect(queue.log).not.toContain('DeleteMessage');
    expect(queue.size).toBe(1);
  });

  test('stop lets work in hand finish', async () => {
    const queue = new FakeQueue();
    queue.put('x');
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<Outcome>();
    const consuming = begin(queue, () => {
      started.resolve();
      return finish.promise;
    });
    await started.promise;
    const stopped = consuming.stop();
    finish.resolve('done');
    await stopped;
    expect(queue.size).toBe(0);
  });

  test('stop gives back what does not finish in time, visible at once', async () => {
    const queue = new FakeQueue();
    queue.put('x');
    const started = Promise.withResolvers<void>();
    const consuming = begin(
      queue,
      async (_, signal) => {
        started.resolve();
        await aborted(signal);
        throw signal.reason;
      },
      { graceSeconds: 0.01 },
    );
    await started.promise;
    await consuming.stop();
    expect([queue.size, queue.visible, queue.visibilities.at(-1)]).toEqual([1, 1, 0]);
  });

  test('what the last poll brings after the stop is given back unseen', async () => {
    const queue = new FakeQueue();
    let handled = 0;
    const consuming = begin(queue, async () => {
      handled += 1;
      return 'done';
    });
    while (queue.waiting === 0) await new Promise((resolve) => setImmediate(resolve));
    const stopped = consuming.stop();
    queue.put('late');
    await stopped;
    expect([handled, queue.size, queue.visible, queue.visibilities]).toEqual([0, 1, 1, [0]]);
  });

  test('a queue that is down is asked again after a pause, and a delete is waited out', async () => {
    const queue = new FakeQueue();
    queue.down = true;
    const pauses: number[] = [];
    const pauseFor = (tries: number): number => {
      pauses.push(tries);
      if (pauses.length === 3) queue.down = false;
      return 1;
    };
    queue.put('x');
    begin(queue, async () => 'done', { pauseFor });
    await queue.until(() => queue.size === 0);
    expect(pauses.slice(0, 3)).toEqual([0, 1, 2]);
  });
});
