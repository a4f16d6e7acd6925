import { expect, test } from '@jest/globals';
import type { RetryErrorType } from '@smithy/types';
import { retries } from './retries.ts';

async function attemptsOf(errorType: RetryErrorType, attempts: number): Promise<number> {
  const strategy = retries('standard', attempts);
  let token = await strategy.acquireInitialRetryToken('scope');
  for (let made = 1; ; made++) {
    try {
      token = await strategy.refreshRetryTokenForRetry(token, { errorType });
    } catch {
      return made;
    }
  }
}

test.each<[RetryErrorType, number, number]>([
  ['THROTTLING', 2, 2],
  ['THROTTLING', 3, 3],
  ['TRANSIENT', 10, 3], // what the SDK calls network errors and answers of 500 and above
  ['TRANSIENT', 2, 2],
  ['CLIENT_ERROR', 10, 1],
])('%s of %d attempts at most: %d are made', async (type, attempts, made) => {
  expect(await attemptsOf(type, attempts)).toBe(made);
});
