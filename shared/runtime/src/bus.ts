import { PutEventsCommand, type EventBridgeClient, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { backoff, pause } from './backoff.ts';
import { batches, bytesOf } from './batch.ts';
import { traceResource } from './trace.ts';

/** An event of ours before it gets its envelope. */
export interface BusEntry {
  readonly type: string;
  readonly detail: unknown;
  readonly traceparent?: string;
}

export interface Bus {
  /** Resolves only when the bus has accepted every entry; throws BusRefused when some stay refused. */
  publish(entries: readonly BusEntry[]): Promise<void>;
}

/** Entries that the bus did not take after all tries; their codes, never their content. */
export class BusRefused extends Error {
  constructor(codes: readonly string[]) {
    super(`the event bus refused ${codes.length} event(s): ${[...new Set(codes)].join(', ')}`);
    this.name = 'BusRefused';
  }
}

export interface BusOptions {
  readonly client: EventBridgeClient;
  readonly busName: string;
  readonly source: string;
  readonly tries?: number;
  readonly pauseFor?: (tries: number) => number;
}

/** Below the 256 KB that one call may carry; what the bus counts is not exactly what we send. */
export const MAX_BATCH_BYTES = 240_000;
const MAX_BATCH_ENTRIES = 10;

const sizeOf = (entry: PutEventsRequestEntry): number =>
  [entry.Source, entry.DetailType, entry.Detail, ...(entry.Resources ?? [])].reduce(
    (sum, text) => sum + bytesOf(text ?? ''),
    0,
  );

/** The event bus. A call that succeeds may still have refused some of its events: these are sent again. */
export function createBus({ client, busName, source, tries = 6, pauseFor = backoff }: BusOptions): Bus {
  /** Sends one batch; what was refused, with its code. */
  const put = async (
    entries: readonly PutEventsRequestEntry[],
  ): Promise<{ entry: PutEventsRequestEntry; code: string }[]> => {
    const answer = await client.send(new PutEventsCommand({ Entries: [...entries] }));
    if (!answer.FailedEntryCount) return [];
    return entries.flatMap((entry, i) => {
      const about = answer.Entries?.[i];
      return about?.EventId ? [] : [{ entry, code: about?.ErrorCode ?? 'Unknown' }];
    });
  };

  const publishBatch = async (batch: readonly PutEventsRequestEntry[]): Promise<void> => {
    let open = batch;
    for (let tried = 1; ; tried++) {
      const refused = await put(open);
      if (refused.length === 0) return;
      if (tried >= tries) throw new BusRefused(refused.map(({ code }) => code));
      open = refused.map(({ entry }) => entry);
      await pause(pauseFor(tried - 1));
    }
  };

  return {
    async publish(entries) {
      const wrapped = entries.map(({ type, detail, traceparent }): PutEventsRequestEntry => ({
        EventBusName: busName,
        Source: source,
        DetailType: type,
        Detail: JSON.stringify(detail),
        ...(traceparent ? { Resources: [traceResource(traceparent)] } : {}),
      }));
      const tooLarge = wrapped.find((entry) => sizeOf(entry) > MAX_BATCH_BYTES);
      if (tooLarge) throw new RangeError(`an event of type ${tooLarge.DetailType} is larger than the bus takes`);
      for (const batch of batches(wrapped, { count: MAX_BATCH_ENTRIES, bytes: MAX_BATCH_BYTES }, sizeOf)) {
        await publishBatch(batch);
      }
    },
  };
}
