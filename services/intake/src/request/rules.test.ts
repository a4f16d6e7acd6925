import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { goodBody, testIntake, type TestIntake } from '../testing/intake.ts';

let intake: TestIntake;
beforeEach(async () => {
  intake = await testIntake();
});
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
describe('400 with the path of the field', () => {
  const at = (field: string): string => `scan_input[0].${field}`;
  test.each<[string, object, string[]]>([
    ['user ARN', body(role('111122223333', {}, { arn: 'arn:aws:iam::111122223333:user/x' })), [at('access_input.arn')]],
    ['nonsense ARN', body(role('1', {}, { arn: 'arn:aws:iam::1:role/nonsense' })), [at('access_input.arn')]],
    [
      'session ARN',
      body(role('1', {}, { arn: 'arn:aws:sts::111122223333:assumed-role/a/b' })),
      [at('access_input.arn')],
    ],
    ['ARN of S3', body(role('1', {}, { arn: 'arn:aws:s3:::a-bucket-somewhere' })), [at('access_input.arn')]],
    ['other partition', body(role('111122223333', { cloud: 'aws-cn' })), [at('access_input.arn')]],
    ['own account', body(role('999999999999')), [at('access_input.arn')]],
    [
      'foreign external id',
      body(role('111122223333', {}, { external_id: 'stolen' })),
      [at('access_input.external_id')],
    ],
    ['unknown benchmark', body(role('111122223333', { benchmarks: ['cis-aws-0.1'] })), [at('benchmarks[0]')]],
    [
      'benchmark of another provider',
      body(role('111122223333', { benchmarks: ['cis-aws-1.3.0', 'cis-m365-1.3.0'] })),
      [at('benchmarks[1]')],
    ],
    ['cloud of another provider', body(role('111122223333', { cloud: 'china' })), [at('cloud')]],
    ['region of another partition', body(role('111122223333', { regions: ['cn-north-1'] })), [at('regions[0]')]],
    ['same role twice', body(role('111122223333'), role('111122223333')), ['scan_input[1]']],
    [
      'two roles of one account',
      body(role('111122223333'), role('111122223333', {}, { arn: 'arn:aws:iam::111122223333:role/b' })),
      ['scan_input[1]'],
    ],
    ['same key twice', body(keys('00001'), keys('00001')), ['scan_input[1]']],
    ['keys and role of one account', body(keys('00001'), role('000000000001')), ['scan_input[1]']],
    [
      'a tenant, which is not offered',
      body({
        access_type: 'credentials',
        access_input: { client_id: 'c'.repeat(36), client_secret: 's', tenant_id: 't'.repeat(36) },
      }),
      [at('access_input')],
    ],
    [
      'several at once',
      body(role('999999999999', { benchmarks: ['x'] }), 'x' as unknown as object),
      ['scan_input[1]', at('benchmarks[0]'), at('access_input.arn')],
    ],
  ])('%s', async (_, request, paths) => {
    const answer = await post(request);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path)).toEqual(paths);
    expect(intake.queue.taken).toHaveLength(0);
    expect(intake.table.scans.size).toBe(0);
  });

  test('recipients outside the caller’s domains', async () => {
    const limited = intake.addKey('limited', { recipientDomains: ['Example.com'] });
    expect((await post(goodBody(), limited)).statusCode).toBe(202);
    const answer = await post(
      { ...goodBody(), requestId: 'r-2', email: ['a@example.com', 'b@example.com.evil.com'] },
      limited,
    );
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ path: 'email' }] });
  });

  test('the caller’s own external id is fine', async () => {
    expect((await post(body(role('111122223333', {}, { external_id: 'external-acme' })))).statusCode).toBe(202);
  });
});
