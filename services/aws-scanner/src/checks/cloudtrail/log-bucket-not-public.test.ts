import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { AclGrant } from '../../semantics/acl.ts';
import { readPolicy, type Statement } from '../../semantics/policy.ts';
import { gap, logBucket, unreadRegion } from '../../testing/trails.ts';
import check from './log-bucket-not-public.ts';

const statements = (...Statement: object[]): readonly Statement[] => {
  const policy = readPolicy({ Statement });
  if (!policy.ok) throw new Error(policy.detail);
  return policy.statements;
};
const allow = (over: object = {}) =>
  statements({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::trail-logs/*',
    ...over,
  });
const service = allow({ Principal: { Service: 'cloudtrail.amazonaws.com' } });
const narrowed = allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } });

const owner: AclGrant = { granteeUri: null, permission: 'FULL_CONTROL' };
const group = (name: string): AclGrant => ({
  granteeUri: `http://acs.amazonaws.com/groups/${name}`,
  permission: 'READ',
});

type Over = Parameters<typeof logBucket>[0];
const of = (
  grants: readonly AclGrant[] | 'refused' | null,
  found: readonly Statement[] | 'refused' | null,
  over: Over = {},
) => {
  const bucket = logBucket(over);
  const refused = (right: string) => ({ gap: gap({ resource: bucket.id, rights: [right] }) });
  return {
    ...bucket,
    acl: grants === 'refused' ? refused('s3:GetBucketAcl') : { value: { ...bucket, grants } },
    policy: found === 'refused' ? refused('s3:GetBucketPolicy') : { value: { ...bucket, statements: found } },
  };
};
const access = (...all: ReturnType<typeof of>[]) => ({ logBucketAccess: new Listing(all) });
const elsewhere = of('refused', 'refused', { owner: 'elsewhere', region: null });
const conditioned = { conditionedWildcardPasses: true };

test.each(
  cases(check, [
    { when: 'private', facts: access(of([owner], service)), then: 'pass' },
    { when: 'no policy', facts: access(of([owner], null)), then: 'pass' },
    { when: 'log delivery may write', facts: access(of([group('s3/LogDelivery')], null)), then: 'pass' },
    {
      when: 'everyone by ACL',
      facts: access(of([owner, group('global/AllUsers')], null)),
      then: 'fail',
      says: /READ to AllUsers/,
    },
    {
      when: 'every AWS account by ACL',
      facts: access(of([group('global/AuthenticatedUsers')], null)),
      then: 'fail',
      says: /READ to AuthenticatedUsers/,
    },
    {
      when: 'everyone by policy',
      facts: access(of([owner], allow())),
      then: 'fail',
      says: /statement 1 of its policy/,
    },
    { when: 'everyone as AWS', facts: access(of([owner], allow({ Principal: { AWS: '*' } }))), then: 'fail' },
    { when: 'a Deny to everyone', facts: access(of([owner], allow({ Effect: 'Deny' }))), then: 'pass' },
    {
      when: 'narrowed by a condition',
      facts: access(of([owner], narrowed)),
      then: 'fail',
      says: /narrowed by a condition/,
    },
    {
      when: 'narrowed by a condition, where that counts',
      facts: access(of([owner], narrowed)),
      with: conditioned,
      then: 'pass',
    },
    {
      when: 'both ways',
      facts: access(of([group('global/AllUsers')], allow())),
      then: 'fail',
      says: /AllUsers; statement 1/,
    },
    { when: 'deleted', facts: access(of(null, 'refused')), then: 'fail', says: /does not exist/ },
    { when: 'no trail', facts: access(), then: 'not-applicable', says: /there is no trail/ },
    { when: 'policy unread', facts: access(of([owner], 'refused')), then: 'not-assessed' },
    { when: 'ACL unread', facts: access(of('refused', service)), then: 'not-assessed' },
    { when: 'policy unread, ACL public', facts: access(of([group('global/AllUsers')], 'refused')), then: 'fail' },
    { when: 'ACL unread, policy public', facts: access(of('refused', allow())), then: 'fail' },
    {
      when: "another account's",
      facts: access(elsewhere),
      then: 'not-assessed',
      says: /arn:aws:s3:::trail-logs of arn:aws:cloudtrail.*another account/,
    },
    {
      when: "another account's, by option",
      facts: access(elsewhere),
      with: { whenOutOfSight: 'manual' },
      then: 'manual',
    },
    {
      when: 'ours refused, by option',
      facts: access(of('refused', null)),
      with: { whenOutOfSight: 'manual' },
      then: 'not-assessed',
    },
    {
      when: 'private, one region unread',
      facts: { logBucketAccess: new Listing([of([owner], null)], [unreadRegion]) },
      then: 'not-assessed',
    },
    {
      when: 'public, one region unread',
      facts: { logBucketAccess: new Listing([of([owner], allow())], [unreadRegion]) },
      then: 'fail',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('both refusals name their rights', () => {
  const rows = judgements(check, { when: '', facts: access(elsewhere), then: 'not-assessed' });
  expect(rows.flatMap((row) => row.rights)).toEqual(['s3:GetBucketAcl', 's3:GetBucketPolicy']);
});
