import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Job } from '@cis-scan/contracts';
import { newTraceparent, sendAll, traceIdOf, traceparentOf } from '@cis-scan/runtime';
import { startEmulator, type Emulator } from '../emulator.ts';
import { provision } from '../provision.ts';

const program = fileURLToPath(new URL('./stand-in-scanner.ts', import.meta.url));
jest.setTimeout(40_000);

interface Envelope {
  readonly 'detail-type': string;
  readonly resources: string[];
  readonly detail: Record<string, unknown> & { scanId: string; attemptId: string };
}

let emulator: Emulator;
let env: Record<string, string>;
let sqs: SQSClient;
let s3: S3Client;
let jobs = '';
let scanners: ChildProcess[] = [];
let scanId = '';
let events: Envelope[] = [];

beforeAll(async () => {
  emulator = await startEmulator();
  env = await provision({ endpoint: emulator.url });
  jobs = env['AWS_JOBS_QUEUE_URL'] ?? '';
  const client = {
    region: env['AWS_REGION'] ?? '',
    endpoint: emulator.url,
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      sessionToken: env['AWS_SESSION_TOKEN'] ?? '',
    },
  };
  sqs = new SQSClient({ ...client, useQueueUrlAsEndpoint: false });
  s3 = new S3Client({ ...client, forcePathStyle: true });
});
afterAll(async () => {
  sqs.destroy();
  s3.destroy();
  await emulator.stop();
});
beforeEach(() => {
  scanId = randomUUID();
  events = [];
});
afterEach(async () => {
  // Not SIGKILL: the last poll of a dead process would still take a job of the next test, and hide it.
  await Promise.all(scanners.map((scanner) => end(scanner, 'SIGTERM')));
  scanners = [];
});

function start(more: Record<string, string> = {}): ChildProcess {
  const scanner = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], VISIBILITY_SECONDS: '120', ...env, ...more },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  scanners.push(scanner);
  return scanner;
}

async function end(scanner: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (scanner.exitCode !== null || scanner.signalCode !== null) return scanner.exitCode;
  const exited = once(scanner, 'exit');
  scanner.kill(signal);
  await exited;
  return scanner.exitCode;
}

const job = (): Job => ({
  version: 1,
  scanId,
  requestId: 'r',
  targetId: 0,
  provider: 'aws',
  account: '111122223333',
  cloud: 'aws',
  benchmarks: ['cis-aws-1.3.0'],
  regions: null,
  warnings: [],
  notAfter: new Date(Date.now() + 3_600_000).toISOString(),
  sealed: { key: '', iv: '', tag: '', data: '' },
});
const traceparent = newTraceparent();
const submit = (body: string, group = scanId): Promise<void> =>
  sendAll([{ body, group, deduplicationId: randomUUID(), attributes: { scanId, targetId: '0', traceparent } }], {
    sqs,
    queueUrl: jobs,
  });

/** Reads the reporter's queue until an event of this type about this scan arrives; everything read stays in `events`. */
async function until(type: string): Promise<Envelope> {
  for (;;) {
    const known = events.find((event) => event['detail-type'] === type);
    if (known) return known;
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: env['REPORTER_QUEUE_URL'], MaxNumberOfMessages: 10, WaitTimeSeconds: 5 }),
    );
    for (const { Body = '', ReceiptHandle } of Messages) {
      const event = JSON.parse(Body) as Envelope;
      if (event.detail.scanId === scanId) events.push(event);
      await sqs.send(new DeleteMessageCommand({ QueueUrl: env['REPORTER_QUEUE_URL'], ReceiptHandle }));
    }
  }
}
const chunksOf = (attemptId: string): number[] =>
  events
    .filter((event) => event['detail-type'] === 'FindingsRecorded' && event.detail.attemptId === attemptId)
    .map(({ detail }) => Number(detail['chunk']))
    .toSorted((a, b) => a - b);
const receive = (queueUrl: string) =>
  sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 1,
      VisibilityTimeout: 0,
    }),
  );

describe('a scanner on a real queue', () => {
  test('says everything before it deletes the job; whole findings lie in the store', async () => {
    start();
    await submit(JSON.stringify(job()));
    const { detail, resources } = await until('TargetScanCompleted');
    expect(detail).toMatchObject({ chunks: 5, planned: 5, targetId: 0 });
    expect(chunksOf(detail.attemptId)).toEqual([0, 1, 2, 3, 4]);
    expect(traceIdOf(traceparentOf(resources))).toBe(traceIdOf(traceparent));
    const rows = await s3.send(
      new GetObjectCommand({ Bucket: env['STORE_BUCKET'], Key: `rows/${scanId}/0/${detail.attemptId}/4.json` }),
    );
    expect(JSON.parse((await rows.Body?.transformToString()) ?? '')).toMatchObject([{ answers: [{ control: '1.5' }] }]);
  });

  test('killed mid-scan, the job comes again and is a new, whole attempt', async () => {
    const first = start({ HANG_AFTER: '2', VISIBILITY_SECONDS: '2' });
    await submit(JSON.stringify(job()));
    const { detail: killed } = await until('FindingsRecorded');
    await end(first, 'SIGKILL');
    expect(first.signalCode).toBe('SIGKILL');
    start();
    const { detail } = await until('TargetScanCompleted');
    expect(detail.attemptId).not.toBe(killed.attemptId);
    expect(chunksOf(detail.attemptId)).toEqual([0, 1, 2, 3, 4]);
    expect(chunksOf(killed.attemptId).length).toBeLessThan(5);
  });

  test('told to stop, it gives the job back at once: nobody waits for the visibility to run out', async () => {
    const first = start({ HANG_AFTER: '2' });
    await submit(JSON.stringify(job()));
    await until('FindingsRecorded');
    const stoppedAt = Date.now();
    expect(await end(first, 'SIGTERM')).toBe(0);
    start();
    await until('TargetScanCompleted');
    // Its visibility is 120 s.
    expect(Date.now() - stoppedAt).toBeLessThan(30_000);
  });

  test('the heartbeat keeps a long job from others', async () => {
    start({ HANG_AFTER: '2', VISIBILITY_SECONDS: '2' });
    await submit(JSON.stringify(job()));
    await until('FindingsRecorded');
    const began = Date.now();
    // Each look waits a second for a message; together they span more than two visibility times.
    while (Date.now() - began < 5_000) expect((await receive(jobs)).Messages ?? []).toEqual([]);
    expect(events.filter((event) => event['detail-type'] === 'TargetScanStarted').length).toBe(1);
  });

  test.each([
    ['that does not parse', () => '{"version":1,'],
    ['of a future version', () => JSON.stringify({ ...job(), version: 2 })],
  ])('a job %s is answered for, goes to the dead-letter queue, and others go on', async (_, make) => {
    const body = make();
    start();
    await submit(body);
    expect((await until('TargetScanFailed')).detail).toMatchObject({ reason: 'job-unreadable', targetId: 0 });
    await submit(JSON.stringify(job()), 'another-account');
    await until('TargetScanCompleted');
    const dead = jobs.replace('.fifo', '-dead.fifo');
    let found: string[] = [];
    while (!found.includes(body)) found = ((await receive(dead)).Messages ?? []).map(({ Body = '' }) => Body);
  });
});
