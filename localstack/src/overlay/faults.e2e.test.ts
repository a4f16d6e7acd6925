import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { AccessAnalyzerClient, ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetAccountSummaryCommand, IAMClient } from '@aws-sdk/client-iam';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { ACCOUNT, errorName, REGION, startStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
}, 120_000);

afterEach(() => stage.overlay.setFaults([]));

afterAll(() => stage?.stop());

describe('faults and counts', () => {
  const vpcs = (): Promise<string> =>
    errorName(new EC2Client(stage.through(stage.admin)).send(new DescribeVpcsCommand({})));
  const analyzers = (): Promise<string> =>
    errorName(new AccessAnalyzerClient(stage.through(stage.admin)).send(new ListAnalyzersCommand({})));
  const alarms = (): Promise<string> =>
    errorName(new CloudWatchClient(stage.through(stage.admin)).send(new DescribeAlarmsCommand({})));
  const summary = (): Promise<string> =>
    errorName(new IAMClient(stage.through(stage.admin)).send(new GetAccountSummaryCommand({})));
  const buckets = (): Promise<string> =>
    errorName(new S3Client({ ...stage.through(stage.admin), forcePathStyle: true }).send(new ListBucketsCommand({})));
  const all = (): Promise<string[]> => Promise.all([vpcs(), analyzers(), alarms(), summary(), buckets()]);

  test.each([
    [
      'denied',
      ['UnauthorizedOperation', 'AccessDeniedException', 'AccessDeniedException', 'AccessDenied', 'AccessDenied'],
    ],
    ['throttled', ['RequestLimitExceeded', 'ThrottlingException', 'ThrottlingException', 'Throttling', 'SlowDown']],
    ['expired', ['RequestExpired', 'ExpiredTokenException', 'ExpiredTokenException', 'ExpiredToken', 'ExpiredToken']],
    [
      'internal',
      ['InternalError', 'InternalServerException', 'InternalServerError', 'InternalFailure', 'InternalError'],
    ],
  ] as const)('%s, in each service’s own words', async (effect, expected) => {
    stage.overlay.setFaults([{ effect }]);
    expect(await all()).toEqual(expected);
  });

  test('garbage does not parse', async () => {
    stage.overlay.setFaults([{ effect: 'garbage' }]);
    expect(await all()).not.toContain('no error');
  });

  test('strikes what it names, as often as it says', async () => {
    stage.overlay.setFaults([{ match: { call: 's3:ListAllMyBuckets' }, effect: 'denied', after: 1, times: 1 }]);
    expect([await buckets(), await buckets(), await buckets(), await vpcs()]).toEqual([
      'no error',
      'AccessDenied',
      'no error',
      'no error',
    ]);
  });

  test('hangs until the client gives up', async () => {
    stage.overlay.setFaults([{ match: { call: 'ec2:*', region: REGION }, effect: 'hang' }]);
    const call = new EC2Client(stage.through(stage.admin)).send(new DescribeVpcsCommand({}), {
      abortSignal: AbortSignal.timeout(50),
    });
    expect(await errorName(call)).toMatch(/Abort|Timeout/);
  });

  test('counts equal questions together', async () => {
    stage.overlay.clearCalls();
    await vpcs();
    await vpcs();
    await buckets();
    const { total, calls } = stage.overlay.calls();
    expect(total).toBe(3);
    expect(calls).toMatchObject([
      { account: ACCOUNT, service: 'ec2', operation: 'DescribeVpcs', region: REGION, count: 2 },
      { account: ACCOUNT, service: 's3', operation: 'ListBuckets', region: REGION, count: 1 },
    ]);
  });
});
