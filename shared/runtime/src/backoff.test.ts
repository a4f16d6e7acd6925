import { describe, expect, jest, test } from '@jest/globals';
import pino from 'pino';
import { backoff, isDefect, waitOut } from './backoff.ts';
import { timeLimit } from './time-limit.ts';

const log = pino({ level: 'silent' });
const signal = new AbortController().signal;

test('pauses grow to half a minute and no further', () => {
  expect([0, 1, 2, 6, 50].map((tries) => backoff(tries, () => 1))).toEqual([500, 1000, 2000, 30_000, 30_000]);
  expect(backoff(0, () => 0)).toBe(250);
});

test.each<[string, unknown, boolean]>([
  ['a defect', new TypeError('x is undefined'), true],
  ['a network failure', new TypeError('fetch failed', { cause: new Error() }), false],
  ['a bad argument of the runtime', Object.assign(new TypeError('bad'), { code: 'ERR_INVALID_ARG' }), false],
  ['an answer that is no JSON', Object.assign(new SyntaxError('<'), { $metadata: {} }), false],
  ['an error of a service', Object.assign(new Error('down'), { name: 'ServiceUnavailable' }), false],
  ['no error at all', 'oops', false],
])('%s: is it a defect of ours?', (_, error, expected) => {
  expect(isDefect(error)).toBe(expected);
});

describe('waitOut', () => {
  const options = { log, what: 'try', signal, pauseFor: () => 0 };

  test('tries until it works', async () => {
    const work = jest
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('1'))
      .mockRejectedValueOnce(new Error('2'));
    work.mockResolvedValue('there');
    expect(await waitOut(work, options)).toBe('there');
    expect(work).toHaveBeenCalledTimes(3);
  });

  test('throws at once what waiting cannot mend', async () => {
    const work = jest.fn<() => Promise<never>>().mockRejectedValue(new RangeError('defect'));
    await expect(waitOut(work, options)).rejects.toThrow('defect');
    expect(work).toHaveBeenCalledTimes(1);
  });

  test('ends with the reason of its signal, also in the middle of a pause', async () => {
    const limit = timeLimit(5, 'the time is up');
    const work = async (): Promise<never> => Promise.reject(new Error('down'));
    await expect(waitOut(work, { ...options, signal: limit.signal, pauseFor: () => 60_000 })).rejects.toThrow(
      'the time is up',
    );
  });
});
