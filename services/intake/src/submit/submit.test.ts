import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AccessRefused, AccessUnavailable } from '@cis-scan/access/aws';
import { Job } from '@cis-scan/contracts';
import { scanIdOf } from '@cis-scan/scan-table';
import { Check } from 'typebox/value';
import { goodBody, opened, testIntake, type TestIntake } from '../testing/intake.ts';

let intake: TestIntake;
const start = async (...changes: Parameters<typeof testIntake>): Promise<void> => {
  intake = await testIntake(...changes);
};
beforeEach(() => start());
afterEach(() => intake.app.close());

const post = (body: object, key = intake.key) =>
  intake.app.inject({ method: 'POST', url: '/scans', payload: body, headers: { 'x-api-key': key } });
const role = (account: string, more: object = {}, input: object = {}) => ({
  access_type: 'cross-account',
  access_input: { arn: `arn:aws:iam::${account}:role/cis-scan`, ...input },
  ...more,
});
const keys = (digits: string, secret = 'CANARYSECRET/CANARYSECRET') => ({
  access_type: 'credentials',
  access_input: { access_key: `AKIAEXAMPLEEXAM${digits}`, access_secret: secret },
});
const body = (...scanInput: object[]) => ({ ...goodBody(), scan_input: scanInput });
/** Takes the place of the call that opens a target. */
const opening = (open: TestIntake['aws']['open']): void => {
  intake.aws.open = open;
};

describe('accepted', () => {
  test('202 only with every job on its queue, recorded without a secret', async () => {
    const answer = await post(body(keys('00001'), role('111122223333', { regions: ['eu-west-1'] })));
    expect(answer.statusCode).toBe(202);
    expect(answer.headers['location']).toBe('/scans/r-1');
    expect(answer.json()).toEqual({
      requestId: 'r-1',
      status: 'queued',
      targets: [
        { targetId: 0, provider: 'aws', account: '000000000001' },
        { targetId: 1, provider: 'aws', account: '111122223333' },
      ],
      warnings: [],
    });
    const scanId = scanIdOf('acme', 'r-1');
    expect(intake.table.scans.get(scanId)).toMatchObject({
      queued: true,
      request: { caller: 'acme', emails: ['security@example.com'], deadline: '2026-03-01T18:00:10.000Z' },
    });
    expect(intake.queue.taken.map(({ MessageGroupId }) => MessageGroupId)).toEqual([
      'aws:000000000001',
      'aws:111122223333',
    ]);
    const jobs = intake.queue.taken.map(({ MessageBody }): unknown => JSON.parse(MessageBody ?? ''));
    expect(jobs.every((job) => Check(Job, job))).toBe(true);
    expect(jobs[1]).toMatchObject({ scanId, targetId: 1, benchmarks: ['cis-aws-1.3.0'], regions: ['eu-west-1'] });
    expect(intake.queue.taken[0]?.MessageAttributes).toMatchObject({
      scanId: { StringValue: scanId },
      targetId: { StringValue: '0' },
      traceparent: { StringValue: expect.stringMatching(/^00-/) },
    });
    const seen = JSON.stringify([[...intake.table.scans], intake.queue.taken, intake.logged, answer.body]);
    expect(seen).not.toContain('CANARY');
  });

  test('an account and a tenant make one scan with a job on the queue of each', async () => {
    const tenant = '11111111-aaaa-4bbb-8ccc-000000000001';
    const sent: (string | undefined)[] = [];
    intake.queue.refuse = ({ QueueUrl }) => void sent.push(QueueUrl);
    const answer = await post(
      body(role('111122223333'), {
        access_type: 'credentials',
        access_input: {
          client_id: '22222222-AAAA-4bbb-8ccc-000000000002',
          client_secret: 'CANARYSECRET',
          tenant_id: tenant.toUpperCase(),
        },
      }),
    );
    expect(answer.json()).toMatchObject({
      targets: [
        { targetId: 0, provider: 'aws', account: '111122223333' },
        { targetId: 1, provider: 'm365', account: tenant },
      ],
    });
    expect(sent).toEqual(['https://queue.invalid/aws.fifo', 'https://queue.invalid/o365.fifo']);
    expect(intake.queue.taken.map(({ MessageGroupId }) => MessageGroupId)).toEqual([
      'aws:111122223333',
      `m365:${tenant}`,
    ]);
    const job: unknown = JSON.parse(intake.queue.taken[1]?.MessageBody ?? '');
    expect(Check(Job, job)).toBe(true);
    expect(job).toMatchObject({ provider: 'm365', cloud: 'global', benchmarks: ['cis-m365-1.3.0'], regions: null });
    const seen = JSON.stringify([[...intake.table.scans], intake.queue.taken, intake.logged, answer.body]);
    expect(seen).not.toContain('CANARY');
  });

  test('a request without an id gets one', async () => {
    const { requestId: _, ...rest } = goodBody();
    const answer = await post(rest);
    expect(answer.json<{ requestId: string }>().requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('each warning is named, and partial rights are taken when allowed', async () => {
    opening((request) => Promise.resolve({ ...opened(request), missing: ['iam:GetAccountSummary'] }));
    const answer = await post({ ...goodBody(), allow_partial: true });
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({
      warnings: [{ code: 'rights-missing', missing: ['iam:GetAccountSummary'] }],
    });
    expect(JSON.parse(intake.queue.taken[0]?.MessageBody ?? '')).toMatchObject({
      warnings: [{ code: 'rights-missing' }],
    });
  });
});

describe('the same request again', () => {
  test('is answered alike, queued once and not asked about again', async () => {
    const first = await post(body(keys('00001')));
    opening(() => Promise.reject(new AccessRefused('key-expired', 'Expired.')));
    const again = await post(body(keys('00001', 'another secret of the key')));
    expect([again.statusCode, again.body]).toEqual([202, first.body]);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(intake.queue.taken).toHaveLength(1);
  });

  test('under the same id with another body is a conflict', async () => {
    await post(goodBody());
    const answer = await post({ ...goodBody(), email: 'other@example.com' });
    expect(answer.statusCode).toBe(409);
    expect(intake.queue.taken).toHaveLength(1);
  });

  test('of another caller is another scan', async () => {
    await post(goodBody());
    expect((await post(goodBody(), intake.addKey('other'))).statusCode).toBe(202);
    expect(intake.queue.taken).toHaveLength(2);
  });

  test('goes on where the queue broke off', async () => {
    intake.queue.refuse = () => {
      throw Object.assign(new Error('down'), { $metadata: { httpStatusCode: 503 } });
    };
    const broken = await post(goodBody());
    expect(broken.statusCode).toBe(503);
    expect(broken.headers['retry-after']).toBeDefined();
    expect(intake.table.scans.get(scanIdOf('acme', 'r-1'))?.queued).toBe(false);
    intake.queue.refuse = null;
    expect((await post(goodBody())).statusCode).toBe(202);
    expect(intake.queue.taken).toHaveLength(1);
    expect(intake.table.scans.get(scanIdOf('acme', 'r-1'))?.queued).toBe(true);
  });

  test('after a deletion is a new scan whose jobs the queue does not take for the old ones', async () => {
    await post(goodBody());
    await intake.app.inject({ method: 'DELETE', url: '/scans/r-1', headers: { 'x-api-key': intake.key } });
    const later = new Date('2026-03-01T12:01:00.000Z');
    Object.assign(intake.parts, { now: () => later });
    await post(goodBody());
    const ids = intake.queue.taken.map(({ MessageDeduplicationId }) => MessageDeduplicationId);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('what the provider says', () => {
  test('422 names every refused target and what to do', async () => {
    opening((request) =>
      request.target.kind === 'aws-keys'
        ? Promise.reject(new AccessRefused('key-unknown', 'AWS does not know these keys.'))
        : Promise.resolve({ ...opened(request), missing: ['iam:GetAccountSummary'] }),
    );
    const answer = await post(body(keys('00001'), role('111122223333')));
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      errors: [
        { path: 'scan_input[0].access_input', detail: 'AWS does not know these keys.' },
        { path: 'scan_input[1].access_input', detail: expect.stringContaining('iam:GetAccountSummary') },
      ],
    });
    expect(intake.table.scans.size).toBe(0);
  });

  test('no answer is 503, not a refusal', async () => {
    opening(() => Promise.reject(new AccessUnavailable('AWS did not answer.')));
    expect((await post(goodBody())).statusCode).toBe(503);
  });
});

describe('limits', () => {
  test('requests of a minute', async () => {
    await intake.app.close();
    await start({ limits: { requestsPerMinute: 2, targetsInFlight: 100 } });
    for (const requestId of ['a', 'b']) expect((await post({ ...goodBody(), requestId })).statusCode).toBe(202);
    const answer = await post({ ...goodBody(), requestId: 'c' });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '50']);
    expect((await post(goodBody(), intake.addKey('other'))).statusCode).toBe(202);
  });

  test('targets in flight, also when they are few requests', async () => {
    await intake.app.close();
    await start({ limits: { requestsPerMinute: 100, targetsInFlight: 2 } });
    expect((await post(body(keys('00001'), keys('00002')))).statusCode).toBe(202);
    const answer = await post({ ...goodBody(), requestId: 'r-2' });
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBeDefined();
    // A repetition adds no target.
    expect((await post(body(keys('00001'), keys('00002')))).statusCode).toBe(202);
  });
});
