import { randomBytes } from 'node:crypto';

const FORM = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;
const ZERO = '0'.repeat(32);

/** A new W3C traceparent: the beginning of a trace. */
export const newTraceparent = (): string =>
  `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;

/** The next step of the trace `parent` belongs to; a new trace where `parent` is missing or malformed. */
export function childTraceparent(parent: string | undefined): string {
  const [, trace, flags] = (parent ?? '').match(FORM) ?? [];
  if (!trace || trace === ZERO) return newTraceparent();
  return `00-${trace}-${randomBytes(8).toString('hex')}-${flags}`;
}

/** The 32 hex digits that all steps share, for log lines; null where there is none. */
export const traceIdOf = (traceparent: string | undefined): string | null =>
  (traceparent ?? '').match(FORM)?.[1] ?? null;

// An event's envelope has no place for a trace of this form but its list of concerned resources, which reaches a queue.
const RESOURCE = 'urn:traceparent:';
export const traceResource = (traceparent: string): string => `${RESOURCE}${traceparent}`;

/** The traceparent in an event envelope's `resources`. */
export const traceparentOf = (resources: readonly string[] | undefined): string | undefined =>
  resources?.find((resource) => resource.startsWith(RESOURCE))?.slice(RESOURCE.length);
