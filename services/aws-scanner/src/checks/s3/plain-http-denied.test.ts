import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { readPolicy, type Statement } from '../../semantics/policy.ts';
import { bucket, gap } from '../../testing/trails.ts';
import check from './plain-http-denied.ts';

const deny = (over: object = {}): object => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::media', 'arn:aws:s3:::media/*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  ...over,
});
const statements = (...Statement: object[]): readonly Statement[] => {
  const policy = readPolicy({ Statement });
  if (!policy.ok) throw new Error(policy.detail);
  return policy.statements;
};
const having = (found: readonly Statement[] | null) => ({
  ...bucket(),
  policy: { value: { ...bucket(), statements: found } },
});
const refused = {
  ...bucket('closed'),
  policy: { gap: gap({ resource: 'arn:aws:s3:::closed', rights: ['s3:GetBucketPolicy'] }) },
};
type Item = ReturnType<typeof having> | typeof refused;
const facts = (...all: Item[]) => ({ bucketsWithPolicy: new Listing<Item>(all) });
const of = (...all: object[]) => facts(having(statements(...all)));
const old = { minimumDeniedAction: 's3:GetObject', tlsVersionConditionAccepted: false };
const narrowed = deny({
  Condition: { Bool: { 'aws:SecureTransport': 'false' }, StringEquals: { 'aws:SourceVpc': 'v' } },
});
const allBut = (element: string, value: unknown): object => {
  const rest = Object.entries(deny()).filter(([name]) => name !== element);
  return { ...Object.fromEntries(rest), [`Not${element}`]: value };
};
const tls = deny({ Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } });

test.each(
  cases(check, [
    { when: 'the whole of S3', facts: of(deny()), then: 'pass', says: /statement 1 of the policy of bucket media/ },
    {
      when: 'reading objects, where that is enough',
      facts: of(deny({ Action: 's3:GetObject' })),
      with: old,
      then: 'pass',
    },
    {
      when: 'reading objects, where it is not',
      facts: of(deny({ Action: 's3:GetObject' })),
      then: 'fail',
      says: /does not deny s3:\*/,
    },
    { when: 'a boolean', facts: of(deny({ Condition: { Bool: { 'AWS:securetransport': false } } })), then: 'pass' },
    {
      when: 'a list of one',
      facts: of(deny({ Condition: { Bool: { 'aws:SecureTransport': ['false'] } } })),
      then: 'pass',
    },
    { when: 'narrowed', facts: of(narrowed), then: 'fail', says: /narrowed by further conditions/ },
    {
      when: 'narrowed, by option',
      facts: of(narrowed),
      with: { narrowedDenyPasses: true },
      then: 'pass',
      says: /narrowed/,
    },
    {
      when: 'one account',
      facts: of(deny({ Principal: { AWS: '111122223333' } })),
      then: 'fail',
      says: /is not for everyone/,
    },
    {
      when: 'all but some principals',
      facts: of(allBut('Principal', { AWS: 'x' })),
      then: 'fail',
      says: /all but some principals/,
    },
    {
      when: 'all but some actions',
      facts: of(allBut('Action', 's3:PutObject')),
      then: 'fail',
      says: /all but some actions/,
    },
    { when: 'objects only', facts: of(deny({ Resource: 'arn:aws:s3:::media/*' })), then: 'pass', says: /objects only/ },
    { when: 'the bucket only', facts: of(deny({ Resource: 'arn:aws:s3:::media' })), then: 'fail' },
    {
      when: 'one of several statements',
      facts: of({ ...deny(), Effect: 'Allow' }, deny()),
      then: 'pass',
      says: /statement 2/,
    },
    {
      when: 'an Allow over TLS',
      facts: of(deny({ Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
      then: 'fail',
    },
    { when: 'an old TLS version, accepted', facts: of(tls), then: 'pass' },
    { when: 'an old TLS version, not accepted', facts: of(tls), with: old, then: 'fail' },
    { when: 'too old a TLS version', facts: of(tls), with: { minTlsVersion: 1.3 }, then: 'fail' },
    { when: 'a policy about other things', facts: of(), then: 'fail', says: /no statement of the policy/ },
    { when: 'no policy', facts: facts(having(null)), then: 'fail', says: /has no policy/ },
    { when: 'no bucket', facts: facts(), then: 'not-applicable' },
    { when: 'the policy denies us', facts: facts(refused), then: 'not-assessed' },
    { when: 'one denies us, one is good', facts: facts(refused, having(statements(deny()))), then: 'not-assessed' },
    { when: 'one denies us, one is bad', facts: facts(refused, having(null)), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a refusal is about its bucket alone, and names the right', () => {
  const rows = judgements(check, { when: '', facts: facts(refused, having(null)), then: 'fail' });
  expect(rows.map(({ id, verdict, rights }) => [id, verdict, ...rights])).toEqual([
    ['arn:aws:s3:::closed', 'not-assessed', 's3:GetBucketPolicy'],
    ['arn:aws:s3:::media', 'fail'],
  ]);
});
