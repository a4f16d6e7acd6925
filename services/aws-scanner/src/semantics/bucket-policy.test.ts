import { describe, expect, test } from '@jest/globals';
import { concernsEveryone, isPublic } from './bucket-policy.ts';
import { readPolicy, type Statement } from './policy.ts';

const allow = (Principal: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Principal,
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::b/*',
  ...(Condition && { Condition }),
});
const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const notPrincipal = { Effect: 'Allow', NotPrincipal: { AWS: 'arn:aws:iam::1:root' }, Action: '*', Resource: '*' };
const trail = allow(
  { Service: 'cloudtrail.amazonaws.com' },
  { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:r:1:trail/t' } },
);
const ourOrganization = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };

const read = (document: string): readonly Statement[] => {
  const policy = readPolicy(document);
  if (!policy.ok) throw new Error(policy.detail);
  return policy.statements;
};
const judged = (document: string, conditionedWildcardPasses: boolean): boolean => {
  const options = { conditionedWildcardPasses };
  const result = isPublic(read(document), options);
  expect(isPublic(read(document).filter(concernsEveryone), options)).toEqual(result);
  return result.public;
};

describe('public by the published rule, and where conditions count', () => {
  test.each<[string, string, boolean, boolean]>([
    ['the trail alone', policy(trail), false, false],
    ['everyone', policy(trail, allow('*')), true, true],
    ['everyone as AWS', policy(allow({ AWS: '*' })), true, true],
    ['everyone in a list', policy(allow({ AWS: ['arn:aws:iam::1:root', '*'] })), true, true],
    ['one account', policy(allow({ AWS: '123456789012' })), false, false],
    ['a deny to everyone', policy({ ...allow('*'), Effect: 'Deny' }), false, false],
    ['all but some', policy(notPrincipal), true, true],
    ['our organisation', policy(allow('*', ourOrganization)), true, false],
    ['condition keys in other case', policy(allow('*', { stringlike: { 'AWS:PRINCIPALORGID': 'o-*' } })), true, false],
    ['our network', policy(allow('*', { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } })), true, false],
    [
      'the whole internet as a network',
      policy(allow('*', { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } })),
      true,
      true,
    ],
    ['any organisation', policy(allow('*', { StringLike: { 'aws:PrincipalOrgID': '*' } })), true, true],
    ['any ARN', policy(allow('*', { ArnLike: { 'aws:PrincipalArn': '*:*' } })), true, true],
    ['TLS only', policy(allow('*', { Bool: { 'aws:SecureTransport': 'true' } })), true, true],
    ['all but an account', policy(allow('*', { StringNotEquals: { 'aws:PrincipalAccount': '1' } })), true, true],
    [
      'if there is an organisation',
      policy(allow('*', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } })),
      true,
      true,
    ],
    ['no values', policy(allow('*', { StringEquals: { 'aws:PrincipalOrgID': [] } })), true, true],
    ['one narrowed, one not', policy(allow('*', ourOrganization), allow('*')), true, true],
    ['no statement', policy(), false, false],
  ])('%s', (_, document, literally, conditioned) => {
    expect(judged(document, false)).toBe(literally);
    expect(judged(document, true)).toBe(conditioned);
  });
});

test('names the statements and what is to be said about them', () => {
  const document = policy(
    { ...allow('*', ourOrganization), Sid: 'Org' },
    allow('*', { Bool: { 'aws:x': 'true' } }),
    notPrincipal,
  );
  expect(isPublic(read(document), { conditionedWildcardPasses: true })).toEqual({
    public: true,
    statements: ['statement 2', 'statement 3'],
    notes: [
      'statement "Org" is for everyone but narrowed by a condition',
      'statement 2 has a condition that leaves everyone in',
      'statement 3 names only those it is not for',
    ],
  });
});

test.each([
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIp',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceOwner',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:userid',
  's3:DataAccessPointAccount',
  's3:DataAccessPointArn',
])('%s says who', (key) => expect(judged(policy(allow('*', { StringEquals: { [key]: 'x' } })), true)).toBe(false));
