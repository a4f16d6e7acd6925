/** A signal that aborts by itself unless cancelled. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  cancel(): void;
}

// setTimeout takes no more; a longer limit is none.
const LONGEST = 2 ** 31 - 1;

/**
 * Aborts after so many milliseconds. Not AbortSignal.timeout: that one is collected as garbage, and never fires, when only
 * an AbortSignal.any() without listeners refers to it; a timer of our own keeps its signal alive.
 */
export function timeLimit(milliseconds: number, why: string): TimeLimit {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(why)), Math.min(Math.max(milliseconds, 0), LONGEST));
  return { signal: controller.signal, cancel: () => clearTimeout(timer) };
}
