import type { IncomingHttpHeaders } from 'node:http';
import type { Call, Protocol } from './call.ts';

/** Name in the credential scope → prefix in IAM actions, where they differ. */
const PREFIXES: Record<string, string> = { monitoring: 'cloudwatch' };

const QUERY = new Set(['iam', 'sts', 'sns', 'cloudwatch']);

/** Bucket operations are told apart by the name of a query parameter. */
const BUCKET_READS: Record<string, string> = {
  acl: 'GetBucketAcl',
  encryption: 'GetBucketEncryption',
  lifecycle: 'GetBucketLifecycleConfiguration',
  location: 'GetBucketLocation',
  logging: 'GetBucketLogging',
  ownershipControls: 'GetBucketOwnershipControls',
  policy: 'GetBucketPolicy',
  policyStatus: 'GetBucketPolicyStatus',
  publicAccessBlock: 'GetPublicAccessBlock',
  tagging: 'GetBucketTagging',
  versioning: 'GetBucketVersioning',
};

const REST_READS: readonly [RegExp, string][] = [
  [/^GET \/v20180820\/configuration\/publicAccessBlock$/, 'GetPublicAccessBlock'],
  [/^GET \/analyzer$/, 'ListAnalyzers'],
  [/^POST \/getContactInformation$/, 'GetContactInformation'],
  [/^POST \/getAlternateContact$/, 'GetAlternateContact'],
];

function bucketOperation(method: string, url: URL): string {
  const [bucket, key] = url.pathname.slice(1).split('/');
  if (method === 'HEAD') return key ? 'HeadObject' : 'HeadBucket';
  if (method !== 'GET') return 'Unknown';
  if (!bucket) return 'ListBuckets';
  if (key) return 'GetObject';
  for (const [parameter, operation] of Object.entries(BUCKET_READS)) {
    if (url.searchParams.has(parameter)) return operation;
  }
  return 'ListObjectsV2';
}

function operationOf(
  service: string,
  method: string,
  url: URL,
  headers: IncomingHttpHeaders,
  body: Buffer,
): [protocol: Protocol, operation: string] {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return ['json', target.split('.').at(-1) ?? 'Unknown'];
  const form = String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const action = form ? new URLSearchParams(body.toString()).get('Action') : url.searchParams.get('Action');
  if (action !== null) return [service === 'ec2' ? 'ec2' : 'query', action];
  const rest = REST_READS.find(([pattern]) => pattern.test(`${method} ${url.pathname}`))?.[1];
  if (service === 's3control') return ['s3control', rest ?? 'Unknown'];
  if (service === 's3') return ['s3', bucketOperation(method, url)];
  return [QUERY.has(service) ? 'query' : 'rest-json', rest ?? 'Unknown'];
}

/** Recognises service, operation, region and key of a signed request, whatever protocol the service speaks. */
export function recognise(method: string, path: string, headers: IncomingHttpHeaders, body: Buffer): Call {
  const scope = /Credential=([^/,\s]+)\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(headers.authorization ?? '');
  const url = new URL(path, 'http://overlay.invalid');
  const signed = scope?.[3] ?? 'unknown';
  // Bucket and account settings of S3 are signed alike; only the path tells them apart.
  const control = signed === 's3' && url.pathname.startsWith('/v20180820/');
  const service = control ? 's3control' : (PREFIXES[signed] ?? signed);
  const [protocol, operation] = operationOf(service, method, url, headers, body);
  return {
    method,
    path,
    headers,
    body,
    service,
    operation,
    region: scope?.[2] ?? 'unknown',
    protocol,
    accessKeyId: scope?.[1] ?? null,
  };
}
