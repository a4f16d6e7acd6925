import type { Gap } from '@cis-scan/engine';
import type { Call } from '../aws.ts';
import { rightsFor } from './rights.ts';

/** Names that AWS services and the SDK give to one and the same trouble, by our cause. Tried in order. */
const CAUSES: readonly (readonly [Gap['cause'], RegExp])[] = [
  ['expired', /Expired|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|TokenRefreshRequired/],
  ['throttled', /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|PriorRequestNotComplete|BandwidthLimitExceeded/],
  ['denied', /AccessDenied|UnauthorizedOperation|AuthorizationError|NotAuthorized|Forbidden|AuthFailure/],
  ['timed-out', /Timeout|TimedOut|AbortError|ETIMEDOUT/i],
  [
    'unsupported',
    /UnknownOperation|UnsupportedOperation|NotImplemented|InvalidAction|OptInRequired|SubscriptionRequired/,
  ],
];
const MAX_DETAIL = 300;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The provider's own name of an error: the SDK puts it into `name`, the network into `code`. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = text((error as { code?: unknown }).code) || text((error as { Code?: unknown }).Code);
  return error.name === 'Error' || error.name === '' ? code || 'Error' : error.name;
}

/** True when the host of a region's endpoint has no address: the service is not offered there, or our DNS is broken. */
export const hasNoEndpoint = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === 'ENOTFOUND';

/** Turns an SDK error about one call into our words, once. The encoded part of an EC2 refusal says nothing to people. */
export function gapFrom(error: unknown, call: Call): Omit<Gap, 'fact'> {
  const name = nameOf(error);
  const whole = (error instanceof Error ? error.message : String(error))
    .replace(/Encoded authorization failure message:.*/s, '')
    .trim();
  // AWS says this last, after ARNs of any length; the report groups regions by it
  const byPolicy = /service control policy/i.test(whole) ? ' by an explicit deny in a service control policy' : '';
  const message = whole.slice(0, MAX_DETAIL);
  const status = (error as { $metadata?: { httpStatusCode?: unknown } } | null)?.$metadata?.httpStatusCode;
  const cause = CAUSES.find(([, names]) => names.test(name))?.[0] ?? (status === 403 ? 'denied' : 'failed');
  return {
    cause,
    rights: cause === 'denied' ? rightsFor(call) : [],
    detail: `${call} answered ${name}${byPolicy}${message ? `: ${message}` : ''}`,
  };
}
