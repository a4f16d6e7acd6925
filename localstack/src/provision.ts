import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { assumeRole, PLATFORM_ACCOUNT } from './accounts.ts';
import { provisionBucket } from './provision/bucket.ts';
import { provisionBus } from './provision/bus.ts';
import { provisionKey } from './provision/key.ts';
import { provisionQueues } from './provision/queues.ts';
import { provisionTable } from './provision/table.ts';

export interface ProvisionOptions {
  /** Address of the emulator (moto, LocalStack …). */
  readonly endpoint: string;
  readonly region?: string;
}

const names = { table: 'cis-scan', bus: 'cis-scan', alias: 'alias/cis-scan-seal' } as const;

/**
 * Makes what the platform stands on: queues, bus and rule, table, key, bucket. Can be run again at any time.
 *
 * Returns the environment of the services. Locally the platform lives in an account of its own, so that the account an
 * emulator gives to unknown keys stays an ordinary account that may be scanned.
 */
export async function provision(options: ProvisionOptions): Promise<Record<string, string>> {
  const region = options.region ?? 'eu-west-1';
  const endpoint = options.endpoint;
  const credentials = await assumeRole(endpoint, `arn:aws:iam::${PLATFORM_ACCOUNT}:role/platform`, 'platform');
  const client = { region, endpoint, credentials };
  const sqs = new SQSClient({ ...client, useQueueUrlAsEndpoint: false });
  const events = new EventBridgeClient(client);
  const dynamodb = new DynamoDBClient(client);
  const kms = new KMSClient(client);
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const bucket = `cis-scan-${PLATFORM_ACCOUNT}-${region}`;

  try {
    const [queues, , keyId] = await Promise.all([
      provisionQueues(sqs),
      provisionTable(dynamodb, names.table),
      provisionKey(kms, names.alias),
      provisionBucket(s3, bucket, region),
    ]);
    await provisionBus(events, names.bus, queues.reporter.arn);
    return {
      AWS_REGION: region,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
      DB_TABLE_NAME: names.table,
      AWS_JOBS_QUEUE_URL: queues.awsJobs.url,
      O365_JOBS_QUEUE_URL: queues.o365Jobs.url,
      REPORTER_QUEUE_URL: queues.reporter.url,
      EVENT_BUS_NAME: names.bus,
      STORE_BUCKET: bucket,
      SEAL_KEY_ID: keyId,
      PLATFORM_ACCOUNT_ID: PLATFORM_ACCOUNT,
    };
  } finally {
    for (const one of [sqs, events, dynamodb, kms, s3]) one.destroy();
  }
}
