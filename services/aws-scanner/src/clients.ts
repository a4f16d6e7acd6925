import { createRequire } from 'node:module';
import type { S3Control } from '@aws-sdk/client-s3-control';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { RetryStrategyV2 } from '@smithy/types';
import type { Partition, Service } from './aws.ts';

/** What every client of one scan shares. */
export interface ClientConfig {
  readonly region: string;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly endpoint?: string;
  readonly requestHandler: NodeHttpHandler;
  readonly retryStrategy: RetryStrategyV2;
  readonly customUserAgent: string;
  /** Our own platform's `AWS_ENDPOINT_URL` never moves a scan. */
  readonly ignoreConfiguredEndpointUrls: true;
}

/** One SDK client, by the names of its operations. */
export type Client = Readonly<
  Record<string, (input: unknown, options: { abortSignal: AbortSignal }) => Promise<unknown>>
>;

/** Where a partition's global services (IAM, Organizations, the list of regions) answer. */
export const HOME: Readonly<Record<Partition, string>> = {
  aws: 'us-east-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-cn': 'cn-north-1',
};

/** Package and class of each service's client. */
const SDK: Readonly<Record<Service, readonly [name: string, client: string]>> = {
  'access-analyzer': ['accessanalyzer', 'AccessAnalyzer'],
  account: ['account', 'Account'],
  cloudtrail: ['cloudtrail', 'CloudTrail'],
  cloudwatch: ['cloudwatch', 'CloudWatch'],
  config: ['config-service', 'ConfigService'],
  ec2: ['ec2', 'EC2'],
  iam: ['iam', 'IAM'],
  kms: ['kms', 'KMS'],
  logs: ['cloudwatch-logs', 'CloudWatchLogs'],
  organizations: ['organizations', 'Organizations'],
  s3: ['s3', 'S3'],
  s3control: ['s3-control', 'S3Control'],
  sns: ['sns', 'SNS'],
  sso: ['sso-admin', 'SSOAdmin'],
};

/**
 * The SDK is CommonJS: `import` would search megabytes of its source for the names of exports, which costs a third of
 * the time to load it, and memory.
 */
const load = createRequire(import.meta.url);

/**
 * S3 Control puts the account's number in front of the host name, which no loopback address can carry. The endpoint
 * keeps a name that parses, and the request is turned to the test door after it was signed for it.
 */
function turnToDoor(client: Pick<S3Control, 'middlewareStack'>, endpoint: string): void {
  const door = new URL(endpoint);
  client.middlewareStack.add(
    (next) => async (args) => {
      const port = door.port === '' ? {} : { port: Number(door.port) };
      Object.assign(args.request as object, { protocol: door.protocol, hostname: door.hostname, ...port });
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'testDoor' },
  );
}

/** What one service needs beside the settings that all share. */
function settingsOf(service: Service, { endpoint }: ClientConfig): object {
  // a bucket's region may have to be learned from a redirect; only a test door needs the bucket in the path
  if (service === 's3') return { followRegionRedirects: true, forcePathStyle: endpoint !== undefined };
  return service === 's3control' && endpoint !== undefined ? { endpoint: 'http://door.invalid' } : {};
}

/** Makes the client of a service in a region. Its SDK is loaded only now: every one of them costs memory and time. */
export function makeClient(service: Service, config: ClientConfig): Client {
  const [name, client] = SDK[service];
  const { [client]: Service } = load(`@aws-sdk/client-${name}`) as Record<string, new (config: object) => unknown>;
  if (Service === undefined) throw new Error(`the SDK of ${service} has no ${client}`);
  const made = new Service({ ...config, ...settingsOf(service, config) });
  if (service === 's3control' && config.endpoint !== undefined) turnToDoor(made as S3Control, config.endpoint);
  return made as Client;
}
