const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks for something that the provider is still making, once at first and once after each wait (milliseconds).
 * `undefined` from `ask` means "not yet", from here that it was not ready in the time allowed. Errors go through.
 */
export async function untilReady<T>(
  ask: () => Promise<T | undefined>,
  waits: readonly number[],
): Promise<T | undefined> {
  for (const wait of [0, ...waits]) {
    if (wait > 0) await pause(wait);
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  return undefined;
}
