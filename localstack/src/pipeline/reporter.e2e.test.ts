import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { EVENT_SOURCE, type Report, type ScanStatus } from '@cis-scan/contracts';
import { createBus, type Bus, type BusEntry } from '@cis-scan/runtime';
import { intakeTable, statusOf, type IntakeTable, type RequestItem } from '@cis-scan/scan-table';
import { startEmulator, type Emulator } from '../emulator.ts';
import { startMailbox, type Mailbox } from '../mailbox.ts';
import { provision } from '../provision.ts';
import { sampleFinding, sampleHeader, sampleRequest } from './samples.ts';

const main = fileURLToPath(new URL('../../../services/reporter/src/main.ts', import.meta.url));

jest.setTimeout(60_000);

let emulator: Emulator;
let mailbox: Mailbox;
let temp: string;
let env: Record<string, string>;
let bus: Bus;
let intake: IntakeTable;
let s3: S3Client;
const reporters: ChildProcess[] = [];
let logs = '';

function startReporter(): ChildProcess {
  const child = spawn(process.execPath, [main], {
    env: { ...env, PATH: process.env['PATH'], LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      logs = (logs + data.toString()).slice(-200_000);
    });
  }
  reporters.push(child);
  return child;
}

async function end(child: ChildProcess): Promise<number | null> {
  const exited = once(child, 'exit');
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await exited;
  }
  return child.exitCode;
}

beforeAll(async () => {
  [emulator, mailbox, temp] = await Promise.all([
    startEmulator(),
    startMailbox(),
    mkdtemp(join(tmpdir(), 'cis-scan-test-')),
  ]);
  const platform = await provision({ endpoint: emulator.url });
  env = {
    ...platform,
    MAIL_SERVER: '127.0.0.1',
    MAIL_PORT: String(mailbox.smtpPort),
    MAIL_USE_SSL: 'False',
    MAIL_USE_TLS: 'False',
    FROM_ADDR: 'CIS scan <reports@scan.example>',
    TEMP_PATH: temp,
    TICK_SECONDS: '1',
  };
  const client = {
    region: env['AWS_REGION'] ?? '',
    endpoint: emulator.url,
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      sessionToken: env['AWS_SESSION_TOKEN'] ?? '',
    },
  };
  bus = createBus({
    client: new EventBridgeClient(client),
    busName: env['EVENT_BUS_NAME'] ?? '',
    source: EVENT_SOURCE,
  });
  intake = intakeTable(DynamoDBDocumentClient.from(new DynamoDBClient(client)), env['DB_TABLE_NAME'] ?? '');
  s3 = new S3Client({ ...client, forcePathStyle: true });
  startReporter();
  startReporter();
}, 120_000);

afterAll(async () => {
  const codes = await Promise.all(reporters.map(end));
  await Promise.all([emulator?.stop(), mailbox?.stop()]);
  const left = await readdir(temp);
  await rm(temp, { recursive: true, force: true });
  expect({ codes, left }).toEqual({ codes: reporters.map(() => 0), left: [] });
}, 60_000);

/** The events of one whole attempt: a chunk per control, and its completion. */
async function attemptEvents(scanId: string, targetId: number, controls: readonly string[]): Promise<BusEntry[]> {
  const attemptId = randomUUID();
  const about = { version: 1, scanId, targetId, attemptId };
  const chunks = await Promise.all(
    controls.map(async (control, chunk): Promise<BusEntry> => {
      const finding = sampleFinding(control);
      const rows = `rows/${scanId}/${targetId}/${attemptId}/${chunk}.json`;
      const first = finding.results[0];
      const full = { ...finding, results: [first, { ...first, id: `${first?.id}-only-in-rows` }] };
      await s3.send(
        new PutObjectCommand({ Bucket: env['STORE_BUCKET'] ?? '', Key: rows, Body: JSON.stringify([full]) }),
      );
      return { type: 'FindingsRecorded', detail: { ...about, chunk, rows, findings: [finding] } };
    }),
  );
  return [
    { type: 'TargetScanStarted', detail: { ...about, planned: controls.length } },
    ...chunks,
    {
      type: 'TargetScanCompleted',
      detail: {
        ...about,
        chunks: controls.length,
        planned: controls.length,
        target: sampleHeader(targetId),
        warnings: [],
      },
    },
  ];
}

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

const HOUR = 3_600_000;
async function newScan(more: Partial<RequestItem> = {}, targets = 1): Promise<RequestItem> {
  const request = sampleRequest(
    randomUUID(),
    {
      emails: [`${randomUUID()}@example.com`],
      createdAt: new Date().toISOString(),
      deadline: new Date(Date.now() + HOUR).toISOString(),
      ...more,
    },
    targets,
  );
  await intake.putRequest(request);
  return request;
}

async function status(scanId: string, reached: (status: ScanStatus) => boolean): Promise<ScanStatus> {
  const until = Date.now() + 55_000;
  for (;;) {
    const items = await intake.readScan(scanId);
    const now = items && statusOf(items);
    if (now && reached(now)) return now;
    if (Date.now() > until) throw new Error(`not reached: ${JSON.stringify(now)}\n${logs.slice(-4000)}`);
    await wait(50);
  }
}
const delivered = ({ deliveries }: ScanStatus): boolean => deliveries.every(({ status: state }) => state !== 'pending');

async function storedReport(scanId: string): Promise<Report> {
  const items = await intake.readScan(scanId);
  const Key = items?.state.report?.json.key;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: env['STORE_BUCKET'] ?? '', Key }));
  return JSON.parse((await Body?.transformToString()) ?? '') as Report;
}

async function objects(scanId: string): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: env['STORE_BUCKET'] ?? '' }));
  return Contents.map(({ Key }) => Key ?? '').filter((key) => key.includes(scanId));
}

const mailsTo = (email: string) => mailbox.messages().filter(({ envelope }) => envelope.to.includes(email));

describe('two reporters', () => {
  test('every event twice and in any order: one whole report, one mail per recipient', async () => {
    const emails = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`];
    const { scanId } = await newScan({ emails }, 3);
    const controls = ['1.2', '1.10', '2.1.1', '3.1'];
    const once = [
      ...(await attemptEvents(scanId, 0, controls)),
      ...(await attemptEvents(scanId, 0, controls)),
      ...(await attemptEvents(scanId, 1, controls)),
      {
        type: 'TargetScanFailed',
        detail: { version: 1, scanId, targetId: 2, attemptId: null, reason: 'x', detail: 'y' },
      },
    ];
    await bus.publish(shuffled([...once, ...once]));
    const ended = await status(scanId, (s) => s.report !== null && delivered(s));
    expect(ended).toMatchObject({
      status: 'completed',
      progress: { done: 8, total: 8 },
      targets: [{ status: 'completed' }, { status: 'completed' }, { status: 'failed' }],
      deliveries: emails.map((email) => ({ email, status: 'sent', detail: null })),
    });
    expect(ended.targets[0]?.benchmarks).toMatchObject([
      { id: 'cis-aws-1.3.0', counts: { fail: 4 }, score: 0, coverage: 1 },
    ]);
    const report = await storedReport(scanId);
    for (const target of report.targets.slice(0, 2)) {
      if ('error' in target) throw new Error('a target failed');
      expect(target.benchmarks[0]?.controls.map(({ control }) => control)).toEqual(controls);
      // What is reported comes from the full rows, not from the cut events.
      expect(target.benchmarks[0]?.controls.map(({ resources }) => resources.length)).toEqual([2, 2, 2, 2]);
    }
    const ids = emails.flatMap((email) => mailsTo(email).map(({ messageId }) => messageId));
    expect(new Set(ids).size).toBe(2);
    expect(ids).toHaveLength(2);
    for (const email of emails) expect(mailsTo(email)[0]?.attachments.map(({ name }) => name)).toHaveLength(2);
  });

  test('a scan all of whose targets failed is told as failed', async () => {
    const { scanId } = await newScan();
    const detail = { version: 1, scanId, targetId: 0, attemptId: null, reason: 'access-denied', detail: 'Refused.' };
    await bus.publish([{ type: 'TargetScanFailed', detail }]);
    expect(await status(scanId, (s) => s.report !== null && delivered(s))).toMatchObject({
      status: 'failed',
      targets: [{ status: 'failed', error: { reason: 'access-denied', detail: 'Refused.' } }],
      deliveries: [{ status: 'sent' }],
    });
    expect((await storedReport(scanId)).targets).toMatchObject([{ error: { reason: 'access-denied' } }]);
  });

  test('the deadline fails what has no outcome, and keeps what has one', async () => {
    const { scanId } = await newScan({ deadline: new Date(Date.now() + 1000).toISOString() }, 2);
    await bus.publish(await attemptEvents(scanId, 1, ['1.2']));
    expect(await status(scanId, (s) => s.report !== null)).toMatchObject({
      status: 'completed',
      targets: [{ status: 'failed', error: { reason: 'deadline' } }, { status: 'completed' }],
    });
  });

  test('a refused recipient is noted with the code, the others get their mail', async () => {
    const emails = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`];
    const { scanId } = await newScan({ emails });
    mailbox.refuse(emails[0] ?? '', 550);
    await bus.publish(await attemptEvents(scanId, 0, ['1.2']));
    expect((await status(scanId, (s) => s.report !== null && delivered(s))).deliveries).toMatchObject([
      { status: 'refused', detail: expect.stringMatching(/^SMTP 550/) as unknown },
      { status: 'sent' },
    ]);
  });

  test('a recipient refused for now stays pending', async () => {
    const { scanId, emails } = await newScan();
    mailbox.refuse(emails[0] ?? '', 451);
    await bus.publish(await attemptEvents(scanId, 0, ['1.2']));
    const { deliveries } = await status(scanId, (s) => typeof s.deliveries[0]?.detail === 'string');
    expect(deliveries).toMatchObject([{ status: 'pending', detail: expect.stringMatching(/^SMTP 451/) as unknown }]);
  });

  test('late events do not bring a deleted scan back', async () => {
    const { scanId } = await newScan();
    const [started, chunk, completed] = await attemptEvents(scanId, 0, ['1.2']);
    if (!started || !chunk || !completed) throw new Error('an event is missing');
    await bus.publish([started, chunk]);
    await status(scanId, (s) => s.progress.done === 1);
    await intake.deleteScan(scanId);
    const other = await newScan();
    await bus.publish([completed, chunk, started, ...(await attemptEvents(other.scanId, 0, ['1.2']))]);
    await status(other.scanId, (s) => s.report !== null);
    expect(await intake.readScan(scanId)).toBeNull();
    expect(await intake.deleteScan(scanId)).toBe(false);
    expect((await objects(scanId)).filter((key) => key.startsWith('reports/'))).toEqual([]);
  });
});
