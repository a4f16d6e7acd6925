import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { ScanStatus } from '@cis-scan/contracts';
import { platformClientConfig } from '@cis-scan/runtime';
import { seedAccounts, type ScannableAccount } from '../seed.ts';
import { startStack, type Stack } from '../stack.ts';

/** Two processes of every service, and the two accounts. */
export interface ProductStage {
  readonly stack: Stack;
  readonly messy: ScannableAccount;
  readonly tidy: ScannableAccount;
  /** Calls the API; any of the running intakes when that at the usual address is gone. */
  ask(method: string, path: string, options?: { body?: unknown; key?: string }): Promise<Response>;
  status(requestId: string): Promise<ScanStatus>;
  /** Waits until the scan has ended and every mail is settled. */
  settled(requestId: string, limitMs?: number): Promise<ScanStatus>;
  /** Every item of the platform's table. */
  items(): Promise<readonly Record<string, unknown>[]>;
  /** Every object of the platform's bucket, by key. */
  objects(): Promise<ReadonlyMap<string, string>>;
  stop(): Promise<void>;
}

const POLL_MS = 150;

/** Bodies of POST /scans: how an account is asked for. */
export const byRole = ({ roleArn, externalId }: ScannableAccount) => ({
  access_type: 'cross-account',
  access_input: { arn: roleArn, external_id: externalId },
});
export const byKeys = ({ keys }: ScannableAccount) => ({
  access_type: 'credentials',
  access_input: { access_key: keys.accessKeyId, access_secret: keys.secretAccessKey },
});

async function allItems(doc: DynamoDBDocumentClient, table: string): Promise<readonly Record<string, unknown>[]> {
  const { Items = [], LastEvaluatedKey } = await doc.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
  if (LastEvaluatedKey !== undefined) throw new Error('the table holds more than a page: read on');
  return Items;
}

async function allObjects(s3: S3Client, Bucket: string): Promise<ReadonlyMap<string, string>> {
  const { Contents = [], IsTruncated } = await s3.send(new ListObjectsV2Command({ Bucket }));
  if (IsTruncated) throw new Error('the bucket holds more than a page: read on');
  const read = Contents.map(async ({ Key = '' }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return [Key, (await Body?.transformToString()) ?? ''] as const;
  });
  return new Map(await Promise.all(read));
}

/** Starts the stage. `env` is added to the services' environment. */
export async function startProductStage(env: Readonly<Record<string, string>> = {}): Promise<ProductStage> {
  const stack = await startStack({ instances: 2, env });
  try {
    const { emulator, overlay, externalId } = stack;
    const { messy, tidy } = await seedAccounts({ emulatorUrl: emulator.url, overlay, externalId });
    const client = {
      ...platformClientConfig(stack.env),
      credentials: {
        accessKeyId: stack.env['AWS_ACCESS_KEY_ID'] ?? '',
        secretAccessKey: stack.env['AWS_SECRET_ACCESS_KEY'] ?? '',
        sessionToken: stack.env['AWS_SESSION_TOKEN'] ?? '',
      },
    };
    const s3 = new S3Client(client);
    const doc = DynamoDBDocumentClient.from(new DynamoDBClient(client));

    const ask: ProductStage['ask'] = async (method, path, { body, key = stack.key } = {}) => {
      const headers = { 'x-api-key': key, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const intakes = stack.services().filter(({ name }) => name === 'intake');
      for (const { port } of intakes) {
        try {
          return await fetch(`http://127.0.0.1:${port}${path}`, init);
        } catch {
          // Killed meanwhile: a load balancer would try the next one.
        }
      }
      throw new Error(`no intake answered ${method} ${path}`);
    };
    const status: ProductStage['status'] = async (requestId) => {
      const answer = await ask('GET', `/scans/${requestId}`);
      if (!answer.ok) throw new Error(`GET /scans/${requestId} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as ScanStatus;
    };
    return {
      stack,
      messy,
      tidy,
      ask,
      status,
      async settled(requestId, limitMs = 60_000) {
        const end = Date.now() + limitMs;
        for (;;) {
          const now = await status(requestId);
          const ended = now.status === 'completed' || now.status === 'failed';
          if (ended && now.deliveries.every((d) => d.status !== 'pending')) return now;
          if (Date.now() > end) throw new Error(`${requestId} has not settled: ${JSON.stringify(now)}`);
          await sleep(POLL_MS);
        }
      },
      items: () => allItems(doc, stack.env['DB_TABLE_NAME'] ?? ''),
      objects: () => allObjects(s3, stack.env['STORE_BUCKET'] ?? ''),
      async stop() {
        doc.destroy();
        s3.destroy();
        await stack.stop();
      },
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
