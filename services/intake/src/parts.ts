import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { openRights, type RightsCatalogue } from '@cis-scan/access';
import { awsDoor } from '@cis-scan/access/aws';
import { platformClientConfig } from '@cis-scan/runtime';
import { intakeTable } from '@cis-scan/scan-table';
import type { Config } from './config.ts';
import { awsProvider } from './providers/aws.ts';
import type { IntakeParts } from './routes/parts.ts';
import { openStore } from './store.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Connects intake to its table, queue, key and bucket. `close` lets go of the connections. */
export function connect(
  config: Config,
  { env = process.env, rights = openRights() }: { env?: Env; rights?: RightsCatalogue } = {},
): IntakeParts & { close(): void } {
  const platform = platformClientConfig(env);
  const dynamodb = new DynamoDBClient(platform);
  const sqs = new SQSClient(platform);
  const kms = new KMSClient(platform);
  const s3 = new S3Client(platform);
  const table = intakeTable(DynamoDBDocumentClient.from(dynamodb), config.DB_TABLE_NAME);
  const platformAccount = config.PLATFORM_ACCOUNT_ID;
  const rolePattern = config.SCAN_ROLE_PATTERN;
  const queueUrl = config.AWS_JOBS_QUEUE_URL;

  return {
    table,
    store: openStore(s3, config.STORE_BUCKET),
    sqs,
    kms,
    sealKeyId: config.SEAL_KEY_ID,
    rights,
    providers: { aws: awsProvider({ queueUrl, rights, door: awsDoor(env), platformAccount, rolePattern }) },
    limits: {
      requestsPerMinute: config.MAX_REQUESTS_PER_MINUTE,
      targetsInFlight: config.MAX_TARGETS_IN_FLIGHT,
    },
    deadlineSeconds: config.SCAN_DEADLINE_SECONDS,
    publicUrl: config.PUBLIC_URL,
    platformAccount,
    rolePattern,
    now: () => new Date(),
    async ready() {
      if (rights.ids('aws').length === 0) throw new Error('no benchmark is known: npm run rights writes them');
      // Any question that table and queue answer will do; neither answer matters.
      await Promise.all([
        table.keyOf('ready'),
        sqs.send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] })),
      ]);
    },
    close: () => [dynamodb, sqs, kms, s3].forEach((client) => client.destroy()),
  };
}
