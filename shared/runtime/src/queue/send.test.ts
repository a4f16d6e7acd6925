import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from '@jest/globals';
import { sendAll, SendRefused, type OutgoingMessage } from './send.ts';

const message = (id: string, body = id): OutgoingMessage => ({
  body,
  group: 'aws:111122223333',
  deduplicationId: id,
  attributes: { scanId: 's', targetId: '0', traceparent: 't' },
});

/** A queue that refuses the messages `refuses` says in the n-th call. */
function fakeQueue(refuses: (id: string, call: number) => false | 'ours' | 'theirs'): {
  sqs: SQSClient;
  calls: string[][];
} {
  const calls: string[][] = [];
  const send = async ({ input }: SendMessageBatchCommand): Promise<unknown> => {
    const entries = input.Entries ?? [];
    const ids = entries.map(({ MessageDeduplicationId }) => MessageDeduplicationId ?? '');
    calls.push(ids);
    const fate = entries.map(({ Id }, i) => ({ Id, why: refuses(ids[i] ?? '', calls.length) }));
    return {
      Successful: fate.filter(({ why }) => !why).map(({ Id }) => ({ Id })),
      Failed: fate
        .filter(({ why }) => why)
        .map(({ Id, why }) => ({ Id, Code: 'InternalError', SenderFault: why === 'ours' })),
    };
  };
  return { sqs: { send } as unknown as SQSClient, calls };
}
const to = (sqs: SQSClient): Parameters<typeof sendAll>[1] => ({ sqs, queueUrl: 'q', tries: 3, pauseFor: () => 0 });

describe('sending', () => {
  test('sends again exactly what failed', async () => {
    const { sqs, calls } = fakeQueue((id, call) => (id === 'b' && call === 1 ? 'theirs' : false));
    await sendAll(
      ['a', 'b', 'c'].map((id) => message(id)),
      to(sqs),
    );
    expect(calls).toEqual([['a', 'b', 'c'], ['b']]);
  });

  test.each([
    ['after all tries', 'theirs', 3],
    ['at once where the message itself is at fault', 'ours', 1],
  ] as const)('throws %s what stayed unsent', async (_, why, times) => {
    const { sqs, calls } = fakeQueue((id) => (id === 'b' ? why : false));
    const failure = await sendAll([message('a'), message('b')], to(sqs)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SendRefused);
    expect((failure as SendRefused).unsent).toEqual(['b']);
    expect(calls.length).toBe(times);
  });

  test('cuts batches by count and by bytes', async () => {
    const { sqs, calls } = fakeQueue(() => false);
    const big = ['x', 'y', 'z'].map((id) => message(id, 'é'.repeat(50_000)));
    await sendAll([...Array.from({ length: 11 }, (_, i) => message(`m${i}`)), ...big], to(sqs));
    expect(calls.map((call) => call.length)).toEqual([10, 3, 1]);
  });
});
