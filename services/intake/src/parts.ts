import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { openRights, type RightsCatalogue } from '@cis-scan/access';
import { awsDoor } from '@cis-scan/access/aws';
import { m365Doors } from '@cis-scan/access/m365';
import { platformClientConfig } from '@cis-scan/runtime';
import { intakeTable } from '@cis-scan/scan-table';
import type { Config } from './config.ts';
import { awsProvider } from './providers/aws.ts';
import { m365Provider } from './providers/m365.ts';
import type { Providers } from './providers/provider.ts';
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
  const providers: Providers = {
    aws: awsProvider({
      queueUrl: config.AWS_JOBS_QUEUE_URL,
      rights,
      door: awsDoor(env),
      platformAccount,
      rolePattern,
    }),
    m365: m365Provider({ queueUrl: config.O365_JOBS_QUEUE_URL, rights, doors: m365Doors(env) }),
  };
  const queues = [config.AWS_JOBS_QUEUE_URL, config.O365_JOBS_QUEUE_URL];

  return {
    table,
    store: openStore(s3, config.STORE_BUCKET),
    sqs,
    kms,
    sealKeyId: config.SEAL_KEY_ID,
    rights,
    providers,
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
      if (rights.ids().length === 0) throw new Error('no benchmark is known: npm run rights writes them');
      // Any question that table and queues answer will do; no answer matters.
      await Promise.all([
        table.keyOf('ready'),
        ...queues.map((QueueUrl) =>
          sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] })),
        ),
      ]);
    },
    close: () => [dynamodb, sqs, kms, s3].forEach((client) => client.destroy()),
  };
}
