import { EVENT_SOURCE, EVENTS, type EventType, type ScanEvent } from '@cis-scan/contracts';
import { traceparentOf } from '@cis-scan/runtime';
import { Check } from 'typebox/value';

/** An event as it lies in the queue: the bus's envelope around our detail. */
interface Envelope {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: unknown;
  readonly resources?: readonly string[];
}

export interface Incoming {
  readonly event: ScanEvent;
  readonly traceparent: string | undefined;
}

const isEnvelope = (value: unknown): value is Envelope =>
  value instanceof Object && 'source' in value && 'detail-type' in value && 'detail' in value;

const isType = (name: string): name is EventType => Object.hasOwn(EVENTS, name);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The event in a queue's message, or `null` where it is none that we understand: another source, another shape, or of
 * a future version. Such a message is left alone, for a newer reporter or the dead-letter queue.
 */
export function readEvent(body: string): Incoming | null {
  const envelope = parseJson(body);
  if (!isEnvelope(envelope) || envelope.source !== EVENT_SOURCE) return null;
  const type = envelope['detail-type'];
  if (!isType(type) || !Check(EVENTS[type], envelope.detail)) return null;
  return { event: { type, detail: envelope.detail } as ScanEvent, traceparent: traceparentOf(envelope.resources) };
}
