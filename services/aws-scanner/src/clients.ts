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

/**
 * S3 Control puts the account's number in front of the host name, which no loopback address can carry. The endpoint
 * keeps a name that parses, and the request is turned to the test door after it was signed for it.
 */
async function s3Control(config: ClientConfig): Promise<unknown> {
  const { S3Control } = await import('@aws-sdk/client-s3-control');
  if (config.endpoint === undefined) return new S3Control(config);
  const door = new URL(config.endpoint);
  const client = new S3Control({ ...config, endpoint: 'http://door.invalid' });
  client.middlewareStack.add(
    (next) => async (args) => {
      const port = door.port === '' ? {} : { port: Number(door.port) };
      Object.assign(args.request as object, { protocol: door.protocol, hostname: door.hostname, ...port });
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'testDoor' },
  );
  return client;
}

/** How each service's SDK is loaded: only when it is first asked, since every one of them costs memory and time. */
const LOAD: Readonly<Record<Service, (config: ClientConfig) => Promise<unknown>>> = {
  'access-analyzer': async (c) => new (await import('@aws-sdk/client-accessanalyzer')).AccessAnalyzer(c),
  account: async (c) => new (await import('@aws-sdk/client-account')).Account(c),
  cloudtrail: async (c) => new (await import('@aws-sdk/client-cloudtrail')).CloudTrail(c),
  cloudwatch: async (c) => new (await import('@aws-sdk/client-cloudwatch')).CloudWatch(c),
  config: async (c) => new (await import('@aws-sdk/client-config-service')).ConfigService(c),
  ec2: async (c) => new (await import('@aws-sdk/client-ec2')).EC2(c),
  iam: async (c) => new (await import('@aws-sdk/client-iam')).IAM(c),
  kms: async (c) => new (await import('@aws-sdk/client-kms')).KMS(c),
  logs: async (c) => new (await import('@aws-sdk/client-cloudwatch-logs')).CloudWatchLogs(c),
  organizations: async (c) => new (await import('@aws-sdk/client-organizations')).Organizations(c),
  // a bucket's region may have to be learned from a redirect; only a test door needs the bucket in the path
  s3: async (c) =>
    new (await import('@aws-sdk/client-s3')).S3({
      ...c,
      followRegionRedirects: true,
      forcePathStyle: c.endpoint !== undefined,
    }),
  s3control: s3Control,
  sns: async (c) => new (await import('@aws-sdk/client-sns')).SNS(c),
  sso: async (c) => new (await import('@aws-sdk/client-sso-admin')).SSOAdmin(c),
};

/** Makes the client of a service in a region. */
export const makeClient = async (service: Service, config: ClientConfig): Promise<Client> =>
  (await LOAD[service](config)) as Client;
