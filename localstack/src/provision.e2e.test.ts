import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetBucketLifecycleConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, ListQueuesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { startEmulator, type Emulator } from './emulator.ts';
import { provision } from './provision.ts';

let emulator: Emulator;
let environment: Record<string, string>;
let again: Record<string, string>;

function value(name: string): string {
  const found = environment[name];
  if (found === undefined) throw new Error(`provision() did not return ${name}`);
  return found;
}

function client(): {
  region: string;
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
} {
  return {
    region: value('AWS_REGION'),
    endpoint: value('AWS_ENDPOINT_URL'),
    credentials: {
      accessKeyId: value('AWS_ACCESS_KEY_ID'),
      secretAccessKey: value('AWS_SECRET_ACCESS_KEY'),
      sessionToken: value('AWS_SESSION_TOKEN'),
    },
  };
}

beforeAll(async () => {
  emulator = await startEmulator();
  environment = await provision({ endpoint: emulator.url });
  again = await provision({ endpoint: emulator.url });
}, 120_000);

afterAll(() => emulator?.stop());

describe('provision', () => {
  test('a second run finds everything and makes nothing', async () => {
    const withoutKeys = (env: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(env).filter(([name]) => !/KEY_ID$|SECRET|TOKEN/.test(name) || name === 'SEAL_KEY_ID'),
      );
    expect(withoutKeys(again)).toEqual(withoutKeys(environment));
    const { QueueUrls } = await new SQSClient(client()).send(new ListQueuesCommand({}));
    expect(QueueUrls?.map((url) => url.split('/').at(-1)).sort()).toEqual([
      'aws-jobs-dead.fifo',
      'aws-jobs.fifo',
      'o365-jobs-dead.fifo',
      'o365-jobs.fifo',
      'reporter',
      'reporter-dead',
    ]);
  });

  test('the platform lives in its own account', async () => {
    const { Account } = await new STSClient(client()).send(new GetCallerIdentityCommand({}));
    expect(Account).toBe(environment['PLATFORM_ACCOUNT_ID']);
  });

  test.each(['AWS_JOBS_QUEUE_URL', 'O365_JOBS_QUEUE_URL', 'REPORTER_QUEUE_URL'])(
    '%s gives up after 12 receives',
    async (name) => {
      const { Attributes } = await new SQSClient({ ...client(), useQueueUrlAsEndpoint: false }).send(
        new GetQueueAttributesCommand({ QueueUrl: value(name), AttributeNames: ['All'] }),
      );
      const redrive = JSON.parse(Attributes?.['RedrivePolicy'] ?? '{}') as { maxReceiveCount?: number | string };
      expect(Number(redrive.maxReceiveCount)).toBe(12);
      expect(Attributes?.['FifoQueue'] === 'true').toBe(name !== 'REPORTER_QUEUE_URL');
    },
  );

  test('the table has its indexes and its expiry', async () => {
    const dynamodb = new DynamoDBClient(client());
    const TableName = value('DB_TABLE_NAME');
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    const keys = Object.fromEntries(
      (Table?.GlobalSecondaryIndexes ?? []).map((i) => [i.IndexName, i.KeySchema?.map((k) => k.AttributeName)]),
    );
    expect(keys).toEqual({ due: ['duePartition', 'due'], byCaller: ['caller', 'createdAt'] });
    const { TimeToLiveDescription } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toMatchObject({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' });
  });

  test('the store forgets chunks after 7 days and reports after 90', async () => {
    const { Rules } = await new S3Client({ ...client(), forcePathStyle: true }).send(
      new GetBucketLifecycleConfigurationCommand({ Bucket: value('STORE_BUCKET') }),
    );
    expect(Object.fromEntries((Rules ?? []).map((r) => [r.Filter?.Prefix, r.Expiration?.Days]))).toEqual({
      'chunks/': 7,
      'rows/': 7,
      'reports/': 90,
    });
  });

  test('the key makes data keys', async () => {
    const made = await new KMSClient(client()).send(
      new GenerateDataKeyCommand({ KeyId: value('SEAL_KEY_ID'), KeySpec: 'AES_256', EncryptionContext: { scan: '1' } }),
    );
    expect(made.Plaintext).toHaveLength(32);
  });

  test('an event of ours reaches the reporter with its envelope, another source does not', async () => {
    const event = (Source: string) => ({
      EventBusName: value('EVENT_BUS_NAME'),
      Source,
      DetailType: 'Tick',
      Detail: '{"version":1,"at":"2026-01-01T00:00:00.000Z"}',
    });
    const put = await new EventBridgeClient(client()).send(
      new PutEventsCommand({ Entries: [event('somebody-else'), event('cis-scan')] }),
    );
    expect(put.FailedEntryCount).toBe(0);
    const { Messages } = await new SQSClient({ ...client(), useQueueUrlAsEndpoint: false }).send(
      new ReceiveMessageCommand({ QueueUrl: value('REPORTER_QUEUE_URL'), MaxNumberOfMessages: 10, WaitTimeSeconds: 2 }),
    );
    expect(Messages?.map((m) => JSON.parse(m.Body ?? '{}') as unknown)).toMatchObject([
      { source: 'cis-scan', 'detail-type': 'Tick', detail: { version: 1 } },
    ]);
  });
});
