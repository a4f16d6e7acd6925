import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { openRights } from '@cis-scan/access';
import { open } from '@cis-scan/access/sealed';
import type { Job } from '@cis-scan/contracts';
import { platformClientConfig } from '@cis-scan/runtime';
import { adminTable, scanIdOf } from '@cis-scan/scan-table';
import pino from 'pino';
import { startEmulator, type Emulator } from '../emulator.ts';
import { startOverlay, type Overlay } from '../overlay.ts';
import { provision } from '../provision.ts';
import { createKey } from '../../../services/intake/src/api-keys/manage.ts';
import { createApp } from '../../../services/intake/src/app.ts';
import { intakeConfig } from '../../../services/intake/src/config.ts';
import type { Server } from '../../../services/intake/src/http/server.ts';
import { connect } from '../../../services/intake/src/parts.ts';
import { SAMPLE_RIGHTS } from '../../../services/intake/src/testing/intake.ts';
import { seedRoles } from './seed-roles.ts';

const [ACCOUNT, OTHER] = ['444444444444', '555555555555'] as const;
const rights = openRights(SAMPLE_RIGHTS);

let emulator: Emulator;
let overlay: Overlay;
let env: Record<string, string>;
let app: Server;
let parts: ReturnType<typeof connect>;
let key: string;
let externalId: string;
let userKeys: { access_key: string; access_secret: string };

const before = { ...process.env };

beforeAll(async () => {
  emulator = await startEmulator();
  overlay = await startOverlay({ emulatorUrl: emulator.url });
  env = { ...(await provision({ endpoint: emulator.url })), SCAN_AWS_ENDPOINT_URL: overlay.url };
  // Our own identity comes from the SDK's usual chain, as in production.
  Object.assign(process.env, env);
  const doc = DynamoDBDocumentClient.from(new DynamoDBClient(platformClientConfig(env)));
  const made = await createKey(adminTable(doc, env['DB_TABLE_NAME'] ?? ''), { caller: 'acme' });
  key = made.key.reveal();
  externalId = made.item.externalId;
  const stage = { emulator, overlay, externalId, rights };
  await seedRoles(OTHER, stage);
  userKeys = await seedRoles(ACCOUNT, stage);
  parts = connect(intakeConfig(env), { env, rights });
  app = await createApp(parts, pino({ level: 'silent' }));
}, 180_000);

afterAll(async () => {
  await app?.close();
  parts?.close();
  await overlay?.stop();
  await emulator?.stop();
  for (const name of Object.keys(env ?? {})) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

const headers = () => ({ 'x-api-key': key });
const post = (requestId: string, targets: object[], more: object = {}) =>
  app.inject({
    method: 'POST',
    url: '/scans',
    headers: headers(),
    payload: { requestId, scan_input: targets, email: 'security@example.com', ...more },
  });
const role = (name: string, account: string = ACCOUNT) => ({
  access_type: 'cross-account',
  access_input: { arn: `arn:aws:iam::${account}:role/${name}` },
});
const keysOf = (input: object) => ({ access_type: 'credentials', access_input: input });

describe('a scan on the emulator', () => {
  test('is ready when table and queue answer', async () => {
    expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(200);
  });

  test('is accepted, queued once and sealed for its scanner', async () => {
    const answer = await post('whole', [role('good')]);
    expect(answer.json()).toEqual({
      requestId: 'whole',
      status: 'queued',
      targets: [{ targetId: 0, provider: 'aws', account: ACCOUNT }],
      warnings: [],
    });
    expect((await post('whole', [role('good')])).body).toBe(answer.body);

    const sqs = new SQSClient(platformClientConfig(env));
    const QueueUrl = env['AWS_JOBS_QUEUE_URL'];
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }),
    );
    sqs.destroy();
    expect(Messages).toHaveLength(1);
    const job = JSON.parse(Messages[0]?.Body ?? '') as Job;
    expect(job).toMatchObject({ scanId: scanIdOf('acme', 'whole'), account: ACCOUNT, benchmarks: ['cis-aws-1.3.0'] });
    const kms = new KMSClient(platformClientConfig(env));
    const context = { scan: job.scanId, target: 0, provider: 'aws', notAfter: job.notAfter } as const;
    expect(await open(kms, job.sealed, context)).toEqual({
      kind: 'aws-role',
      roleArn: `arn:aws:iam::${ACCOUNT}:role/good`,
      externalId,
    });
    await expect(open(kms, job.sealed, { ...context, target: 1 })).rejects.toThrow('sealed for another');
    kms.destroy();
  });

  test('asked for five times at once is one scan with one job', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => post('five', [role('good', OTHER)])));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 202, 202]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    const sqs = new SQSClient(platformClientConfig(env));
    const QueueUrl = env['AWS_JOBS_QUEUE_URL'];
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    sqs.destroy();
    expect(Messages.filter(({ Body }) => (JSON.parse(Body ?? '') as Job).requestId === 'five')).toHaveLength(1);
  });

  test('is watched, read and deleted', async () => {
    await post('life', [role('good')]);
    const url = '/scans/life';
    expect((await app.inject({ url, headers: headers() })).json()).toMatchObject({ status: 'queued', report: null });
    const early = await app.inject({ url: `${url}/controls`, headers: headers() });
    expect([early.statusCode, early.headers['retry-after']]).toEqual([409, '5']);
    const listed = await app.inject({ url: '/scans', headers: headers() });
    expect(listed.json<{ items: { requestId: string }[] }>().items.map(({ requestId }) => requestId)).toContain('life');

    const s3 = new S3Client(platformClientConfig(env));
    const Key = `chunks/${scanIdOf('acme', 'life')}/0/a/0.json`;
    await s3.send(new PutObjectCommand({ Bucket: env['STORE_BUCKET'], Key, Body: '{}' }));
    s3.destroy();
    expect((await app.inject({ method: 'DELETE', url, headers: headers() })).statusCode).toBe(204);
    expect((await app.inject({ url, headers: headers() })).statusCode).toBe(404);
    await expect(parts.store.read(Key)).rejects.toMatchObject({ status: 404 });
    expect((await app.inject({ method: 'DELETE', url, headers: headers() })).statusCode).toBe(404);
  });
});

describe('what the account says', () => {
  test.each([
    ['a role for another external id', () => role('foreign'), 'external id'],
    ['a role that demands MFA', () => role('mfa'), 'MFA'],
    ['no such role', () => role('nobody'), 'exists'],
    ['a role with too few rights', () => role('poor'), 'iam:GetAccountSummary'],
    ['an unknown key', () => keysOf({ access_key: 'AKIAUNKNOWNUNKNOWNXX', access_secret: 'x'.repeat(40) }), 'know'],
    ['a wrong secret', () => keysOf({ ...userKeys, access_secret: 'x'.repeat(40) }), 'secret'],
  ])('%s: 422 with what to do', async (name, target, word) => {
    const answer = await post(`refused-${name.length}`, [target()]);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      errors: [{ path: 'scan_input[0].access_input', detail: expect.stringContaining(word) }],
    });
    expect(answer.body).not.toContain(userKeys.access_secret);
  });

  test('keys of our own account: 422', async () => {
    const own = keysOf({
      access_key: env['AWS_ACCESS_KEY_ID'],
      access_secret: env['AWS_SECRET_ACCESS_KEY'],
      session_token: env['AWS_SESSION_TOKEN'],
    });
    const answer = await post('own', [own]);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ detail: expect.stringContaining('our own account') }] });
  });

  test('keys and role of one account: 400', async () => {
    const answer = await post('twice', [role('good'), keysOf(userKeys)]);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ path: 'scan_input[1]' }] });
  });

  test.each([
    [
      'too few rights, taken all the same',
      'poor',
      { allow_partial: true },
      ['rights-missing', 'optional-rights-missing'],
    ],
    ['no optional rights', 'no-optional', {}, ['optional-rights-missing']],
    ['simulation refused', 'silent', {}, ['rights-unverified']],
  ])('%s: 202 with a warning', async (_, name, more, codes) => {
    const answer = await post(`warned-${name}`, [role(name)], more);
    expect(answer.statusCode).toBe(202);
    expect(answer.json<{ warnings: { code: string }[] }>().warnings.map(({ code }) => code)).toEqual(codes);
  });

  test('keys that can write: 202 with a warning', async () => {
    const answer = await post('writer', [keysOf(userKeys), role('good', OTHER)]);
    expect(answer.json()).toMatchObject({ warnings: [{ code: 'can-write' }] });
  });
});
