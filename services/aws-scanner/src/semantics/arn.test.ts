import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accountOf, bucketArn, buildArn, logGroupOf, parseArn, partitionOf, policyNameOf } from './arn.ts';

describe('parts of an ARN', () => {
  test.each([
    [
      'arn:aws:iam::123456789012:user/a/b',
      { service: 'iam', region: '', account: '123456789012', resource: 'user/a/b' },
    ],
    ['arn:aws:s3:::bucket/key:with:colons', { service: 's3', account: '', resource: 'bucket/key:with:colons' }],
    ['arn:aws-cn:sns:cn-north-1:123456789012:t', { partition: 'aws-cn', region: 'cn-north-1', resource: 't' }],
  ])('%s', (text, parts) => expect(parseArn(text)).toMatchObject(parts));

  test.each([
    '',
    'arn',
    'arn:aws:s3',
    'arn:aws:s3:::',
    'PendingConfirmation',
    'Deleted',
    ' arn:aws:s3:::b',
    'urn:aws:s3:::b',
  ])('no ARN: "%s"', (text) => expect(parseArn(text)).toBeUndefined());

  test('what was taken apart is put together again', () => {
    const part = fc.stringMatching(/^[a-z0-9-]{0,12}$/);
    const arn = fc.record({
      partition: fc.constantFrom('aws', 'aws-cn', 'aws-us-gov'),
      service: fc.stringMatching(/^[a-z]{1,8}$/),
      region: part,
      account: part,
      resource: fc.string({ minLength: 1 }),
    });
    fc.assert(fc.property(arn, (a) => expect(parseArn(buildArn(a))).toEqual(a)));
  });
});

test.each([
  ['arn:aws:logs:us-east-1:111122223333:log-group:x:*', '111122223333'],
  ['arn:aws:s3:::bucket', undefined],
  ['nonsense', undefined],
])('account of %s: %s', (arn, account) => expect(accountOf(arn)).toBe(account));

test.each([
  ['eu-west-1', 'aws'],
  ['cn-northwest-1', 'aws-cn'],
  ['us-gov-east-1', 'aws-us-gov'],
  ['us-east-1', 'aws'],
])('region %s lies in %s', (region, partition) => expect(partitionOf(region)).toBe(partition));

test('a bucket names neither region nor account', () => expect(bucketArn('aws-cn', 'b')).toBe('arn:aws-cn:s3:::b'));

test.each([
  ['arn:aws:logs:us-east-1:1:log-group:CloudTrail/Default:*', 'CloudTrail/Default'],
  ['arn:aws:logs:us-east-1:1:log-group:g', 'g'],
  ['arn:aws:logs:us-east-1:1:log-group:g:log-stream:s', 'g'],
  ['arn:aws:logs:us-east-1:1:log-group::*', undefined],
  ['arn:aws:logs:us-east-1:1:destination:g', undefined],
  ['arn:aws:s3:::log-group:g', undefined],
])('log group of %s: %s', (arn, name) => expect(logGroupOf(arn)).toBe(name));

test.each([
  ['arn:aws:iam::aws:policy/AdministratorAccess', 'AdministratorAccess'],
  ['arn:aws:iam::aws:policy/job-function/Billing', 'Billing'],
  ['arn:aws:iam::123456789012:policy/reader', 'reader'],
])('the policy of %s is %s', (arn, name) => expect(policyNameOf(arn)).toBe(name));
