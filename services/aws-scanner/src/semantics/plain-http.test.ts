import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { concernsPlainHttp, deniesPlainHttp, type PlainHttpOptions } from './plain-http.ts';
import { readPolicy } from './policy.ts';

const bucket = 'arn:aws:s3:::b';
const insecure = { Bool: { 'aws:SecureTransport': 'false' } };
const deny = (over: object = {}): object => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bucket, `${bucket}/*`],
  Condition: insecure,
  ...over,
});
const options = (over: Partial<PlainHttpOptions> = {}): PlainHttpOptions => ({
  minimumDeniedAction: 's3:GetObject',
  tlsVersionConditionAccepted: false,
  minTlsVersion: 1.2,
  narrowedDenyPasses: false,
  ...over,
});
const without = (name: string, over: object): object =>
  Object.fromEntries(Object.entries(deny(over)).filter(([key]) => key !== name));
const judged = (statements: readonly object[], over: Partial<PlainHttpOptions> = {}) => {
  const policy = readPolicy({ Statement: statements });
  if (!policy.ok) throw new Error(policy.detail);
  const result = deniesPlainHttp(policy.statements, bucket, options(over));
  const decisive = policy.statements.filter(concernsPlainHttp);
  expect(deniesPlainHttp(decisive, bucket, options(over))).toEqual(result);
  return result;
};
const tls = (value: unknown) => deny({ Condition: { NumericLessThan: { 's3:TlsVersion': value } } });
const narrowed = deny({ Condition: { ...insecure, StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } });
const accepted = { tlsVersionConditionAccepted: true } as const;
const all = { minimumDeniedAction: 's3:*' } as const;

describe('denies plain HTTP', () => {
  test.each<[string, object[], Partial<PlainHttpOptions>, boolean]>([
    ['the sample', [deny()], all, true],
    ['AWS: *', [deny({ Principal: { AWS: '*' } })], {}, true],
    ['GetObject is enough', [deny({ Action: 's3:GetObject' })], {}, true],
    ['GetObject is not enough', [deny({ Action: 's3:GetObject' })], all, false],
    ['every action', [deny({ Action: '*' })], all, true],
    ['a list with all', [deny({ Action: ['s3:PutObject', 's3:*'] })], all, true],
    ['another action', [deny({ Action: 's3:PutObject' })], {}, false],
    ['the boolean', [deny({ Condition: { Bool: { 'aws:SecureTransport': false } } })], {}, true],
    ['a list of one', [deny({ Condition: { Bool: { 'aws:SecureTransport': ['false'] } } })], {}, true],
    ['key and operator in other case', [deny({ Condition: { bool: { 'AWS:securetransport': 'False' } } })], {}, true],
    ['BoolIfExists', [deny({ Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } })], {}, true],
    ['the wrong way round', [deny({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })], {}, false],
    ['another operator', [deny({ Condition: { Null: { 'aws:SecureTransport': 'false' } } })], {}, false],
    ['no condition refuses everything', [without('Condition', {})], {}, true],
    ['objects only', [deny({ Resource: `${bucket}/*` })], {}, true],
    ['a wider pattern', [deny({ Resource: 'arn:aws:s3:::*' })], {}, true],
    ['the bucket only', [deny({ Resource: bucket })], {}, false],
    ['some objects', [deny({ Resource: [bucket, `${bucket}/logs/*`] })], {}, false],
    ['another bucket', [deny({ Resource: 'arn:aws:s3:::other/*' })], {}, false],
    ['another partition', [deny({ Resource: 'arn:aws-cn:s3:::b/*' })], {}, false],
    ['one account', [deny({ Principal: { AWS: '123456789012' } })], {}, false],
    ['all but some principals', [without('Principal', { NotPrincipal: { AWS: '1' } })], {}, false],
    ['all but some actions', [without('Action', { NotAction: 's3:PutObject' })], {}, false],
    ['all but some resources', [without('Resource', { NotResource: 'x' })], {}, false],
    [
      'an Allow for TLS',
      [{ ...deny(), Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
      {},
      false,
    ],
    ['an Allow of plain HTTP', [deny({ Effect: 'Allow' })], {}, false],
    ['narrowed', [narrowed], {}, false],
    ['narrowed, when that passes', [narrowed], { narrowedDenyPasses: true }, true],
    ['one good statement among others', [deny({ Action: 's3:PutObject' }), deny()], {}, true],
    ['statements do not add up', [deny({ Action: 's3:GetObject' }), deny({ Action: 's3:PutObject' })], all, false],
    ['TLS version, not accepted', [tls('1.2')], {}, false],
    ['TLS version', [tls('1.2')], accepted, true],
    ['TLS version as a number', [tls(1.3)], accepted, true],
    ['too old a TLS version', [tls(1.1)], accepted, false],
    ['nonsense for a TLS version', [tls('x')], accepted, false],
    ['no statement', [], {}, false],
  ])('%s', (_, statements, over, yes) => expect(judged(statements, over).denies).toBe(yes));
});

describe('says why', () => {
  test.each<[string, object, Partial<PlainHttpOptions>, string[]]>([
    ['nothing, when all is well', deny({ Sid: 'Tls' }), {}, []],
    [
      'open bucket calls',
      deny({ Resource: `${bucket}/*` }),
      {},
      ['statement 1 covers objects only; calls on the bucket itself stay open to plain HTTP'],
    ],
    ['narrowed but good', narrowed, { narrowedDenyPasses: true }, ['statement 1 is narrowed by further conditions']],
    ['narrowed', narrowed, {}, ['statement 1 is narrowed by further conditions']],
    [
      'everything at once',
      deny({ Principal: { AWS: '1' }, Action: 's3:PutObject', Resource: bucket }),
      {},
      ['statement 1 is not for everyone, does not deny s3:GetObject, does not cover all objects'],
    ],
    ['the Not forms', without('Action', { NotAction: 'x' }), {}, ['statement 1 denies all but some actions']],
    ['NotPrincipal', without('Principal', { NotPrincipal: '*' }), {}, ['statement 1 is for all but some principals']],
    ['NotResource', without('Resource', { NotResource: 'x' }), {}, ['statement 1 covers all but some resources']],
    ['nothing about other statements', deny({ Condition: { Bool: { 'aws:x': 'false' } } }), {}, []],
  ])('%s', (_, statement, over, notes) => expect(judged([statement], over).notes).toEqual(notes));

  test('which statement', () => expect(judged([deny({ Sid: 'Tls' })]).statement).toBe('statement "Tls"'));
});

test('one more condition never makes a deny good', () => {
  const condition = fc.constantFrom(
    { Bool: { 'aws:SecureTransport': 'true' } },
    { NumericLessThan: { 's3:TlsVersion': '1.2' } },
    { StringEquals: { 'aws:SourceVpc': 'v' } },
  );
  const action = fc.constantFrom('*', 's3:*', 's3:Get*', 's3:PutObject');
  fc.assert(
    fc.property(condition, condition, action, fc.boolean(), (one, more, Action, tlsVersionConditionAccepted) => {
      const over = { tlsVersionConditionAccepted };
      if (judged([deny({ Action, Condition: one })], over).denies) return;
      expect(judged([deny({ Action, Condition: { ...more, ...one } })], over).denies).toBe(false);
    }),
  );
});
