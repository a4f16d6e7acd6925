import { describe, expect, test } from '@jest/globals';
import { loadBenchmark, plan, scan, type Benchmark } from '@cis-scan/engine';
import type { Finding } from '@cis-scan/contracts';
import fc from 'fast-check';
import { BENCHMARKS, CHECKS } from '../catalogue.ts';
import type { Call } from '../aws.ts';
import { rightsFor } from '../facts/rights.ts';
import { account, type Ask, type Order } from '../testing/account.ts';

/** The checks on trails and buckets read one small account through all their facts: order, repetition and refusal. */
const whole = await loadBenchmark(BENCHMARKS, 'cis-aws-1.3.0');
const mine: Benchmark = { ...whole, rows: whole.rows.filter(({ check }) => /^(cloudtrail|s3)\//.test(check)) };
const questions = await plan(CHECKS, [mine]);
const NOW = new Date('2026-01-01T12:00:00Z');
const asGiven: Order = (list) => list;

type Asked = Parameters<Ask>;
async function scanned(
  order: Order,
  refuse: (asked: Asked) => boolean = () => false,
  regions: readonly string[] | null = null,
) {
  const asked: string[] = [];
  const answer = account(order);
  const session = {
    account: '111122223333',
    partition: 'aws',
    regions,
    ask: async (...call: Asked) => {
      asked.push(JSON.stringify(call));
      if (refuse(call)) throw Object.assign(new Error('no'), { name: 'AccessDenied' });
      return answer(...call);
    },
  };
  const findings: Finding[] = [];
  const context = { now: NOW, target: { account: '111122223333', cloud: 'aws' as const } };
  for await (const finding of scan(questions, session, context)) findings.push(finding);
  const text = JSON.stringify(findings.sort((a, b) => (a.check < b.check ? -1 : 1)));
  return { findings, asked, text: text.replace(/"readAt":"[^"]*"/g, '""') };
}
const verdicts = (findings: readonly Finding[]) => Object.fromEntries(findings.map((f) => [f.check, f.verdict]));
const plainly = await scanned(asGiven);

test('the account is judged as it stands', () =>
  expect(verdicts(plainly.findings)).toEqual({
    'cloudtrail/enabled-in-all-regions': 'pass',
    'cloudtrail/log-bucket-access-logged': 'not-assessed',
    'cloudtrail/log-bucket-not-public': 'fail',
    'cloudtrail/log-file-validation-enabled': 'fail',
    'cloudtrail/logs-delivered-to-cloudwatch': 'fail',
    'cloudtrail/logs-encrypted-with-kms': 'fail',
    'cloudtrail/s3-object-reads-recorded': 'fail',
    'cloudtrail/s3-object-writes-recorded': 'pass',
    's3/buckets-encrypted-by-default': 'pass',
    's3/plain-http-denied': 'fail',
    's3/public-access-blocked': 'fail',
  }));

test('the order of regions, trails, buckets and grants changes nothing', () =>
  fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(1000)), async (weights) => {
      const order: Order = (list) =>
        list
          .map((item) => [weights.next().value ?? 0, item] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, item]) => item);
      expect((await scanned(order)).text).toBe(plainly.text);
    }),
    { numRuns: 40 },
  ));

describe('calls', () => {
  const count = (asked: readonly string[], call: string) => asked.filter((a) => a.includes(`"${call}"`)).length;
  test('none is repeated, and they are as many as the formula says', () => {
    const { asked } = plainly;
    expect(new Set(asked).size).toBe(asked.length);
    const counts = Object.fromEntries(questions.calls.map((call) => [call, count(asked, call)]));
    expect(counts).toEqual({
      'ec2:DescribeRegions': 1,
      'cloudtrail:DescribeTrails': 2,
      'cloudtrail:GetTrailStatus': 3,
      'cloudtrail:GetEventSelectors': 3,
      's3control:GetPublicAccessBlock': 1,
      's3:ListBuckets': 1,
      's3:GetBucketLocation': 0,
      's3:GetPublicAccessBlock': 4,
      's3:GetBucketEncryption': 4,
      's3:GetBucketPolicy': 5, // the account's four and the organisation's one
      's3:GetBucketAcl': 3,
      's3:GetBucketLogging': 3,
    });
  });
  test('asked regions limit what is judged, not where what decides is read', async () => {
    const { asked, findings } = await scanned(asGiven, () => false, ['us-east-1']);
    expect(count(asked, 's3:GetBucketEncryption')).toBe(2);
    expect(asked).toContain(JSON.stringify(['eu-west-1', 's3:GetBucketLogging', { Bucket: 'trail-logs' }]));
    expect(verdicts(findings)).toMatchObject({ 'cloudtrail/enabled-in-all-regions': 'pass' });
    const rows = findings.filter((f) => f.check.startsWith('s3/')).flatMap((f) => f.results);
    expect(rows.filter(({ id }) => id.startsWith('arn:')).map(({ region }) => region)).not.toContain('eu-west-1');
  });
});

describe('refusing', () => {
  const before = verdicts(plainly.findings);
  test.each(plainly.asked)('one call turns verdicts into not-assessed only: %s', async (refused) => {
    const { findings } = await scanned(asGiven, (call) => JSON.stringify(call) === refused);
    for (const { check, verdict } of findings) expect([before[check], 'not-assessed']).toContain(verdict);
  });
  test.each(questions.calls.filter((call) => call !== 's3:GetBucketLocation'))(
    '%s names its right',
    async (refused) => {
      const { findings } = await scanned(asGiven, ([, call]) => call === refused);
      for (const { check, verdict } of findings) expect([before[check], 'not-assessed']).toContain(verdict);
      expect(findings.flatMap((f) => f.missing)).toEqual(expect.arrayContaining([...rightsFor(refused as Call)]));
    },
  );
});
