import type { Finding } from '@cis-scan/contracts';
import { bytesOf } from '@cis-scan/runtime';
import { cutFinding } from './cut.ts';

/** Findings that travel together: as they go into the event, and whole as they go into the store. */
export interface Group {
  readonly cut: readonly Finding[];
  readonly whole: readonly Finding[];
}

export interface GroupLimits {
  /** Of the cut findings together, as JSON. */
  readonly bytes: number;
  /** How long a finding may wait for others, so that progress is seen while the scan runs. */
  readonly milliseconds: number;
}

/** Below what the bus takes in one call, with room for the envelope. */
export const LIMITS: GroupLimits = { bytes: 200_000, milliseconds: 1_000 };

/**
 * Gathers findings into groups, in order: a group is handed over when the next finding would make it too large, when it
 * has waited long enough, or at the end. Throws the reason of `signal` once it is aborted, whatever the source does.
 */
export async function* grouped(
  findings: AsyncIterable<Finding>,
  signal: AbortSignal,
  { bytes, milliseconds }: GroupLimits = LIMITS,
): AsyncGenerator<Group> {
  const source = findings[Symbol.asyncIterator]();
  const aborted = Promise.withResolvers<never>();
  // The race below may be over when this one fails.
  aborted.promise.catch(() => {});
  const abort = (): void => aborted.reject(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });

  let cut: Finding[] = [];
  let whole: Finding[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  let waited = Promise.withResolvers<'waited'>();
  const take = (): Group => {
    const group = { cut, whole };
    clearTimeout(timer);
    waited = Promise.withResolvers();
    [cut, whole, size, timer] = [[], [], 0, undefined];
    return group;
  };

  try {
    let next = source.next();
    for (;;) {
      const got = await Promise.race([aborted.promise, next, waited.promise]);
      if (got === 'waited') {
        yield take();
        continue;
      }
      if (got.done) break;
      next = source.next();
      next.catch(() => {}); // looked at in the next round
      const small = cutFinding(got.value);
      const more = bytesOf(JSON.stringify(small)) + 1;
      if (cut.length > 0 && size + more > bytes) yield take();
      cut.push(small);
      whole.push(got.value);
      size += more;
      const { resolve } = waited;
      timer ??= setTimeout(() => resolve('waited'), milliseconds);
    }
    if (cut.length > 0) yield take();
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    // Not awaited: a source that hangs would never return.
    void source.return?.(undefined)?.then(
      () => {},
      () => {},
    );
  }
}
