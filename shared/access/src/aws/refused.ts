import { AccessRefused, AccessUnavailable } from '../refused.ts';

interface SdkError extends Error {
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const THROTTLED = /^(Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|PriorRequestNotComplete)/;
const word = (error: Error): string => error.name.replace(/[^A-Za-z]/g, '').slice(0, 64) || 'Error';

/** A refusal is an answer of the provider with a 4xx that is not a throttle; everything else is no answer. */
function isAnswer(error: unknown): error is SdkError {
  const status = error instanceof Error ? (error as SdkError).$metadata?.httpStatusCode : undefined;
  return status !== undefined && status >= 400 && status < 500 && !THROTTLED.test((error as Error).name);
}

const unavailable = (): AccessUnavailable =>
  new AccessUnavailable('AWS did not answer whether the credentials are good. Try again in a moment.');

/** The error of a call made with given keys, in our words. */
export function keysRefused(error: unknown): AccessRefused | AccessUnavailable {
  if (error instanceof AccessRefused || error instanceof AccessUnavailable) return error;
  if (!isAnswer(error)) return unavailable();
  switch (error.name) {
    case 'InvalidClientTokenId':
    case 'InvalidAccessKeyId':
    case 'UnrecognizedClientException':
      return new AccessRefused(
        'key-unknown',
        'AWS does not know these keys: check that the access key exists and is active, that it belongs to this cloud, and that the session token, where there is one, belongs to it.',
      );
    case 'ExpiredToken':
    case 'ExpiredTokenException':
      return new AccessRefused('key-expired', 'The session of these keys has expired: send fresh ones.');
    case 'RequestExpired':
    case 'RequestTimeTooSkewed':
      return new AccessRefused('clock-wrong', 'AWS refused the time of our call: the clocks differ by too much.');
    case 'SignatureDoesNotMatch':
      // The same word covers both; only the message tells them apart.
      return /expired|not yet current/i.test(error.message)
        ? new AccessRefused('clock-wrong', 'AWS refused the time of our call: the clocks differ by too much.')
        : new AccessRefused('key-secret-wrong', 'The access secret does not belong to this access key.');
    case 'RegionDisabledException':
      return new AccessRefused('region-disabled', 'AWS STS is switched off in this account: switch it on.');
    default:
      return new AccessRefused('access-refused', `AWS refused these keys (${word(error)}).`);
  }
}

/**
 * The error of sts:AssumeRole, in our words. AWS answers a wrong external id, a missing trust and a demanded MFA alike,
 * so the sentence names all three; an error about *our* keys is our own outage and not the customer's.
 */
export function roleRefused(error: unknown, roleArn: string): AccessRefused | AccessUnavailable {
  if (error instanceof AccessRefused || error instanceof AccessUnavailable) return error;
  if (!isAnswer(error)) return unavailable();
  switch (error.name) {
    case 'AccessDenied':
    case 'AccessDeniedException':
      return new AccessRefused(
        'role-not-assumable',
        `The role ${roleArn} cannot be assumed: check that it exists, that its trust policy names our account, that it demands exactly your external id (GET /access/aws shows both), and that it does not demand MFA.`,
      );
    case 'RegionDisabledException':
      return new AccessRefused('region-disabled', 'AWS STS is switched off in this account: switch it on.');
    case 'ValidationError':
    case 'MalformedPolicyDocument':
      return new AccessRefused('access-refused', `AWS does not accept the role ${roleArn} (${word(error)}).`);
    default:
      return new AccessUnavailable('Our own identity towards AWS is not in order. Try again later.');
  }
}
