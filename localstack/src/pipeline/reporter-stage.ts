import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
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

/** Starts emulator, mailbox and two reporters. */
export async function startStage(): Promise<void> {
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
}

/** Stops everything; what the reporters ended with, and what they left in their folder. */
export async function stopStage(): Promise<{ codes: readonly (number | null)[]; left: readonly string[] }> {
  const codes = await Promise.all(reporters.map(end));
  await Promise.all([emulator?.stop(), mailbox?.stop()]);
  const left = await readdir(temp);
  await rm(temp, { recursive: true, force: true });
  return { codes, left };
}

/** The events of one whole attempt: a chunk per control, and its completion. */
export async function attemptEvents(
  scanId: string,
  targetId: number,
  controls: readonly string[],
): Promise<BusEntry[]> {
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

export const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

const HOUR = 3_600_000;
export async function newScan(more: Partial<RequestItem> = {}, targets = 1): Promise<RequestItem> {
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

export async function status(scanId: string, reached: (status: ScanStatus) => boolean): Promise<ScanStatus> {
  const until = Date.now() + 55_000;
  for (;;) {
    const items = await intake.readScan(scanId);
    const now = items && statusOf(items);
    if (now && reached(now)) return now;
    if (Date.now() > until) throw new Error(`not reached: ${JSON.stringify(now)}\n${logs.slice(-4000)}`);
    await wait(50);
  }
}
export const delivered = ({ deliveries }: ScanStatus): boolean =>
  deliveries.every(({ status: state }) => state !== 'pending');

export async function storedReport(scanId: string): Promise<Report> {
  const items = await intake.readScan(scanId);
  const Key = items?.state.report?.json.key;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: env['STORE_BUCKET'] ?? '', Key }));
  return JSON.parse((await Body?.transformToString()) ?? '') as Report;
}

export async function objects(scanId: string): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: env['STORE_BUCKET'] ?? '' }));
  return Contents.map(({ Key }) => Key ?? '').filter((key) => key.includes(scanId));
}

export const mailsTo = (email: string) => mailbox.messages().filter(({ envelope }) => envelope.to.includes(email));

/** What tests speak to: the bus, the table, the mailbox. */
export const stage = () => ({ bus, intake, mailbox });
