import { expect, test } from '@jest/globals';
import { untilReady } from './until-ready.ts';

/** Answers `undefined` so many times before it is ready. */
const readyAfter = (times: number) => {
  let asked = 0;
  return { ask: async () => (asked++ < times ? undefined : 'ready'), count: () => asked };
};

test.each([
  [0, 'ready', 1],
  [2, 'ready', 3],
  [3, 'ready', 4],
  [4, undefined, 4],
])('not ready %i times: %s after %i questions', async (times, answer, questions) => {
  const { ask, count } = readyAfter(times);
  expect(await untilReady(ask, [1, 1, 1])).toBe(answer);
  expect(count()).toBe(questions);
});

test('an error ends it at once', async () => {
  let asked = 0;
  const ask = async () => {
    asked++;
    throw new Error('refused');
  };
  await expect(untilReady(ask, [1, 1])).rejects.toThrow('refused');
  expect(asked).toBe(1);
});
