import { AdaptiveRetryStrategy, StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';

/** Attempts of a call that fails in another way than by throttling: more of them only make a broken service's scan slow. */
const ATTEMPTS_ON_FAILURE = 3;

/**
 * How the SDK tries again: with patience after a throttle (`attempts` times, the wait doubling), soon given up after any
 * other error. `adaptive` also slows down the calls that follow a throttle.
 */
export function retries(mode: 'standard' | 'adaptive', attempts: number): RetryStrategyV2 {
  const most = async (): Promise<number> => attempts;
  const inner = mode === 'adaptive' ? new AdaptiveRetryStrategy(most) : new StandardRetryStrategy(attempts);
  return {
    acquireInitialRetryToken: (scope) => inner.acquireInitialRetryToken(scope),
    refreshRetryTokenForRetry: async (token: RetryToken, error: RetryErrorInfo) => {
      if (error.errorType !== 'THROTTLING' && token.getRetryCount() + 1 >= ATTEMPTS_ON_FAILURE) {
        throw new Error('a failing call is not tried again for ever');
      }
      return inner.refreshRetryTokenForRetry(token as never, error);
    },
    recordSuccess: (token) => inner.recordSuccess(token as never),
  };
}
