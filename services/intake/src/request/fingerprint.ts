import { createHash } from 'node:crypto';
import type { ScanRequest } from './fold.ts';

/** The fields whose values are secret: two requests that differ in nothing else are the same request. */
const SECRET = new Set(['access_secret', 'session_token', 'client_secret', 'client_certificate']);

/** JSON with the keys of every object in order, without secret values. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([name, part]) => !SECRET.has(name) && part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, canonical(part)]);
}

/** Digest by which a repeated request is told from another one under the same id; knows no secret and no spelling. */
export function fingerprintOf(request: ScanRequest): string {
  const { emails, targets, allowPartial } = request;
  const shown = { emails, allowPartial, targets: targets.map(({ target }) => target) };
  return createHash('sha256')
    .update(JSON.stringify(canonical(shown)))
    .digest('hex');
}
