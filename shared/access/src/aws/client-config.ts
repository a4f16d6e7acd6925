import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { homeRegion, type AwsCloud } from './arn.ts';

/** How calls towards a scanned account are made. */
export interface AwsDoor {
  /** `SCAN_AWS_ENDPOINT_URL`: where all of these calls go in tests; AWS itself when absent. */
  readonly endpoint?: string;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/i;

/** Reads the test door from the environment. Throws when it points at this machine in production, or is no URL. */
export function awsDoor(env: Readonly<Record<string, string | undefined>> = process.env): AwsDoor {
  const endpoint = env['SCAN_AWS_ENDPOINT_URL'];
  if (endpoint === undefined || endpoint === '') return {};
  if (!URL.canParse(endpoint)) throw new Error('SCAN_AWS_ENDPOINT_URL is not a URL.');
  if (env['NODE_ENV'] === 'production' && LOOPBACK.test(new URL(endpoint).hostname)) {
    throw new Error('SCAN_AWS_ENDPOINT_URL points at this machine, which is refused in production: unset it.');
  }
  return { endpoint };
}

/**
 * Client settings for STS and IAM of a scanned account. `AWS_ENDPOINT_URL` is ours and must never redirect these calls,
 * so configured endpoints are ignored; the user agent lets customers recognise us in CloudTrail.
 */
export function scanClientConfig(
  door: AwsDoor,
  cloud: AwsCloud,
  credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider,
) {
  return {
    region: homeRegion(cloud),
    credentials,
    ...(door.endpoint === undefined ? {} : { endpoint: door.endpoint }),
    ignoreConfiguredEndpointUrls: true,
    customUserAgent: 'cis-scan',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  };
}
