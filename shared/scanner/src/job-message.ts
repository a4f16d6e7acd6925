import { Job, JOB_VERSION } from '@cis-scan/contracts';
import type { Received } from '@cis-scan/runtime';
import { Check } from 'typebox/value';

/** Which target a message is about: in its attributes too, so that an unreadable job can be answered for. */
export interface About {
  readonly scanId: string;
  readonly targetId: number;
}

export type JobMessage =
  | { readonly kind: 'job'; readonly job: Job }
  /** `about` is null where even the attributes say nothing. `why` names no content. */
  | { readonly kind: 'unreadable'; readonly about: About | null; readonly why: 'future-version' | 'malformed' };

function aboutOf({ scanId, targetId }: Received['attributes']): About | null {
  if (!scanId || scanId.length > 128 || !/^\d{1,4}$/.test(targetId ?? '')) return null;
  return { scanId, targetId: Number(targetId) };
}

const versionOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;

/** Reads a message as a job of a version that we know. Never throws, and never quotes what it could not read. */
export function readJob(message: Received): JobMessage {
  const about = aboutOf(message.attributes);
  let body: unknown;
  try {
    body = JSON.parse(message.body);
  } catch {
    return { kind: 'unreadable', about, why: 'malformed' };
  }
  if (Check(Job, body)) return { kind: 'job', job: body };
  const version = versionOf(body);
  const future = typeof version === 'number' && version > JOB_VERSION;
  return { kind: 'unreadable', about, why: future ? 'future-version' : 'malformed' };
}
