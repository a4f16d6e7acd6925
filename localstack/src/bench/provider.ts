import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CallCount } from '../overlay/counts.ts';

/** What the provider's process is told; it always answers with its counts. */
export interface ProviderOrder {
  /** Begin to count anew, and answer after so many milliseconds. */
  readonly clear?: { readonly latencyMs: number };
}

/** What went over the wire. Retries, redirects and whatever else the SDK does by itself are in it. */
export interface Counted {
  readonly total: number;
  readonly mostInFlight: number;
  readonly calls: readonly CallCount[];
  /** Operations that the played account cannot answer: the bench is then out of date. */
  readonly unknown: readonly string[];
}
export type ProviderReport = Counted | { readonly url: string };

/** A scanned account played from memory by a process of its own, so that its work is not the scanner's. */
export interface Provider {
  readonly url: string;
  /** Counts from now on, with this latency. */
  begin(latencyMs: number): Promise<void>;
  counted(): Promise<Counted>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('./provider-process.ts', import.meta.url));

/** Starts the provider of an account of this size. */
export async function startProvider(size: number): Promise<Provider> {
  const child = fork(program, [String(size)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const next = async (): Promise<ProviderReport> => {
    const first = await Promise.race([once(child, 'message'), ended.then(() => null)]);
    if (first === null) throw new Error('the process that plays the provider ended');
    return first[0] as ProviderReport;
  };
  const order = async (what: ProviderOrder): Promise<Counted> => {
    const answer = next();
    child.send(what);
    return (await answer) as Counted;
  };
  const { url } = (await next()) as { url: string };
  return {
    url,
    begin: async (latencyMs) => void (await order({ clear: { latencyMs } })),
    counted: () => order({}),
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}
