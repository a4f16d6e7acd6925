import { describe, expect, test } from '@jest/globals';
import { cloudOfRegion, parseRole, simulationArn } from './arn.ts';
import { permissionPolicies, trustPolicy } from './policy.ts';
import { AccessUnavailable } from '../refused.ts';
import { keysRefused, roleRefused } from './refused.ts';
import { roleAllowed } from './role-pattern.ts';
import { sessionPolicy } from './session-policy.ts';

const sdkError = (name: string, status: number | undefined, message = 'CANARY'): Error =>
  Object.assign(new Error(message), { name, ...(status && { $metadata: { httpStatusCode: status } }) });

describe('errors in our words', () => {
  test.each([
    ['InvalidClientTokenId', 403, 'key-unknown'],
    ['UnrecognizedClientException', 403, 'key-unknown'],
    ['ExpiredToken', 400, 'key-expired'],
    ['ExpiredTokenException', 403, 'key-expired'],
    ['SignatureDoesNotMatch', 403, 'key-secret-wrong'],
    ['RequestTimeTooSkewed', 403, 'clock-wrong'],
    ['RegionDisabledException', 403, 'region-disabled'],
    ['AccessDenied', 403, 'access-refused'],
  ])('keys: %s', (name, status, code) => {
    const refused = keysRefused(sdkError(name, status));
    expect(refused).toMatchObject({ name: 'AccessRefused', code });
    expect(JSON.stringify([refused.detail, refused.message])).not.toContain('CANARY');
  });

  test('a signature of another time is about clocks, not about the secret', () => {
    expect(keysRefused(sdkError('SignatureDoesNotMatch', 403, 'Signature expired: …'))).toMatchObject({
      code: 'clock-wrong',
    });
  });

  test.each([
    ['a throttle', sdkError('ThrottlingException', 400)],
    ['an outage', sdkError('InternalFailure', 500)],
    ['no answer', sdkError('TimeoutError', undefined)],
    ['a broken answer', new SyntaxError('Unexpected token <')],
  ])('%s is nobody’s no', (_, error) => {
    expect(keysRefused(error)).toBeInstanceOf(AccessUnavailable);
    expect(roleRefused(error, 'arn')).toBeInstanceOf(AccessUnavailable);
  });

  test('a role that cannot be assumed: all reasons AWS does not tell apart', () => {
    const refused = roleRefused(sdkError('AccessDenied', 403), 'arn:aws:iam::111122223333:role/r');
    expect(refused).toMatchObject({ code: 'role-not-assumable' });
    for (const word of ['trust policy', 'external id', 'MFA', 'role/r']) expect(refused.detail).toContain(word);
  });

  test.each(['InvalidClientTokenId', 'ExpiredToken', 'SignatureDoesNotMatch'])(
    '%s while assuming is about our own keys, so not the customer’s fault',
    (name) => expect(roleRefused(sdkError(name, 403), 'arn')).toBeInstanceOf(AccessUnavailable),
  );
});

describe('names', () => {
  test.each([
    ['arn:aws:iam::111122223333:role/r', '111122223333'],
    ['arn:aws-cn:iam::111122223333:role/path/to/r', '111122223333'],
    ['arn:aws:iam::111122223333:user/u', null],
    ['arn:aws:iam::111122223333:root', null],
    ['arn:aws:sts::111122223333:assumed-role/r/s', null],
    ['arn:aws:iam::11112222333:role/r', null],
    ['arn:aws-moon:iam::111122223333:role/r', null],
    ['arn:aws:iam:eu-west-1:111122223333:role/r', null],
    ['arn:aws:iam::111122223333:role/', null],
    ['arn:aws:iam::111122223333:role/a b', null],
    ['arn:aws:iam::111122223333:role/r\n', null],
    [`arn:aws:iam::111122223333:role/${'r'.repeat(65)}`, null],
  ])('role %j', (arn, account) => expect(parseRole(arn)?.account ?? null).toBe(account));

  test.each([
    ['arn:aws:iam::111122223333:user/u', 'arn:aws:iam::111122223333:user/u'],
    ['arn:aws-cn:sts::111122223333:assumed-role/r/s', 'arn:aws-cn:iam::111122223333:role/r'],
    ['arn:aws:iam::111122223333:root', null],
    ['arn:aws:sts::111122223333:federated-user/f', null],
  ])('simulation is asked about %s as', (arn, wanted) => expect(simulationArn(arn)).toBe(wanted));

  test.each([
    ['us-gov-west-1', 'aws-us-gov'],
    ['cn-north-1', 'aws-cn'],
    ['eu-west-1', 'aws'],
  ])('%s', (region, cloud) => expect(cloudOfRegion(region)).toBe(cloud));

  test.each([
    ['arn:aws:iam::111122223333:role/r', '*', true],
    ['arn:aws:iam::111122223333:role/cis-scan-a', 'cis-scan-*', true],
    ['arn:aws:iam::111122223333:role/x-cis-scan-a', 'cis-scan-*', false],
    ['arn:aws:iam::111122223333:role/audit/x', 'audit/?', true],
    ['arn:aws:iam::111122223333:role/auditXx', 'audit.x', false],
    ['arn:aws:iam::111122223333:role/r', 'arn:aws:iam::*:role/r', true],
    ['arn:aws:iam::111122223333:role/r', 'arn:aws:iam::444455556666:role/*', false],
    ['arn:aws:iam::111122223333:user/r', '*', false],
  ])('%s against %s', (arn, pattern, allowed) => expect(roleAllowed(arn, pattern)).toBe(allowed));
});

describe('policies', () => {
  const many = Array.from({ length: 400 }, (_, n) => `service:ReadSomethingNumbered${n}`);

  test('a session is limited to what is needed, or left to ReadOnlyAccess when that does not fit', () => {
    expect(sessionPolicy(['iam:GetAccountSummary'])).toContain('iam:SimulatePrincipalPolicy');
    expect(sessionPolicy(many)).toBeNull();
    expect(sessionPolicy([])).toBeNull();
  });

  test('permission policies stay below AWS’s limit and lose nothing', () => {
    const policies = permissionPolicies(many);
    expect(policies.length).toBeGreaterThan(1);
    for (const policy of policies) expect(JSON.stringify(policy).length).toBeLessThanOrEqual(6_144);
    const actions = policies.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action));
    expect(actions).toEqual([...many, 'iam:SimulatePrincipalPolicy'].sort());
  });

  test('trust is for our account with the external id only', () => {
    expect(trustPolicy('aws-cn', '999999999999', 'e').Statement).toMatchObject([
      {
        Principal: { AWS: 'arn:aws-cn:iam::999999999999:root' },
        Condition: { StringEquals: { 'sts:ExternalId': 'e' } },
      },
    ]);
  });
});
