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
const TENANT = '11111111-aaaa-4bbb-8ccc-000000000001';
const app = (input: object = {}, more: object = {}) => ({
  access_type: 'credentials',
  access_input: {
    client_id: '22222222-aaaa-4bbb-8ccc-000000000002',
    client_secret: 'CANARYSECRET',
    tenant_id: TENANT,
    ...input,
  },
  ...more,
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
    ['tenant id that is no GUID', body(app({ tenant_id: 't'.repeat(36) })), [at('access_input.tenant_id')]],
    ['client id that is no GUID', body(app({ client_id: 'c'.repeat(36) })), [at('access_input.client_id')]],
    ['neither secret nor certificate', body(app({ client_secret: undefined })), [at('access_input')]],
    [
      'secret and certificate',
      body(app({ client_certificate: '-----BEGIN CERTIFICATE-----' })),
      [at('access_input.client_certificate')],
    ],
    [
      'certificate that is none',
      body(app({ client_secret: undefined, client_certificate: 'CANARY' })),
      [at('access_input.client_certificate')],
    ],
    ['tenant in a cloud of AWS', body(app({}, { cloud: 'aws-cn' })), [at('cloud')]],
    ['tenant with regions', body(app({}, { regions: ['eu-west-1'] })), [at('regions')]],
    ['tenant with a benchmark of AWS', body(app({}, { benchmarks: ['cis-aws-1.3.0'] })), [at('benchmarks[0]')]],
    ['same tenant twice', body(app(), app({ tenant_id: TENANT.toUpperCase() })), ['scan_input[1]']],
    [
      'several at once',
      body(role('999999999999', { benchmarks: ['x'] }), 'x' as unknown as object),
      ['scan_input[1]', at('benchmarks[0]'), at('access_input.arn')],
    ],
  ])('%s', async (_, request, paths) => {
    const answer = await post(request);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path)).toEqual(paths);
    expect(answer.body).not.toContain('CANARY');
    expect(intake.queue.taken).toHaveLength(0);
    expect(intake.table.scans.size).toBe(0);
  });

  test('a provider whose benchmarks are not known is not offered', async () => {
    await intake.app.close();
    intake = await testIntake({ providers: { aws: intake.aws } });
    const answer = await post(body(app()));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      errors: [{ path: at('access_input'), detail: expect.stringContaining('not offered') }],
    });
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
