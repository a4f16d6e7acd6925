import type { Counted, Provider } from './provider.ts';
import { startScanner, type Ready, type Scanned } from './scanner.ts';

/** What was measured of one account under one latency. */
export interface Measured extends Ready {
  readonly latencyMs: number;
  /** One scan from the shell, by a process of its own. */
  readonly shell: Scanned;
  /** The first job of a worker, with the SDK still to be loaded, and a further one. */
  readonly first: Scanned;
  readonly further: Scanned;
  /** Most memory of both processes. */
  readonly peakMiB: number;
  /** Calls of a scan, and of another one: they must be alike. */
  readonly counted: Counted;
  readonly again: Counted;
}

const quicker = (a: Scanned, b: Scanned): Scanned => (a.wallMs <= b.wallMs ? a : b);

/** Scans the provider's account three times: once from the shell, twice as one worker. */
async function once(provider: Provider, latencyMs: number): Promise<Measured> {
  const shellProcess = await startScanner(provider.url);
  await provider.begin(latencyMs);
  const shell = await shellProcess.scan('shell');
  await shellProcess.stop();

  const worker = await startScanner(provider.url);
  await provider.begin(latencyMs);
  const first = await worker.scan('worker');
  const counted = await provider.counted();
  await provider.begin(latencyMs);
  const further = await worker.scan('worker');
  const again = await provider.counted();
  await worker.stop();

  const { path, inFlight, controls } = worker;
  const peakMiB = Math.max(shell.peakMiB, further.peakMiB);
  return { latencyMs, shell, first, further, peakMiB, counted, again, path, inFlight, controls };
}

/**
 * Measures some rounds, each with new processes: the quickest time of each kind counts, since whatever else the machine
 * does can only slow a scan down, and the most memory and the most repetitions of all.
 */
export async function measure(provider: Provider, latencyMs: number, rounds: number): Promise<Measured> {
  let best = await once(provider, latencyMs);
  for (let round = 1; round < rounds; round++) {
    const next = await once(provider, latencyMs);
    const twice = (m: Measured): number => repeated(m.counted) + repeated(m.again);
    const worse = twice(next) > twice(best) ? next : best;
    best = {
      ...worse,
      shell: quicker(best.shell, next.shell),
      first: quicker(best.first, next.first),
      further: quicker(best.further, next.further),
      peakMiB: Math.max(best.peakMiB, next.peakMiB),
    };
  }
  return best;
}

/** Calls that were made more than once with the same parameters in the same region. */
export const repeated = ({ calls }: Counted): number => calls.reduce((sum, { count }) => sum + count - 1, 0);

/** Calls by operation, the most frequent first. */
export function byOperation({ calls }: Counted): readonly (readonly [operation: string, calls: number])[] {
  const counts = new Map<string, number>();
  for (const { service, operation, count } of calls) {
    const name = `${service}:${operation}`;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Least wall time: the longest chain of calls, or all calls through the narrow door, whichever takes longer. */
export function limitMs({ latencyMs, path, inFlight, counted }: Measured): number {
  // Whose credentials these are is asked before anything else.
  const chain = path.length + 1;
  return Math.max(chain * latencyMs, (counted.total * latencyMs) / inFlight);
}
