import { expect, test } from '@jest/globals';
import { Listing, type Gap, type Reading } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { NOTHING_BLOCKED, type PublicAccessBlock } from '../../semantics/public-access-block.ts';
import { bucket, gap } from '../../testing/trails.ts';
import check from './public-access-blocked.ts';

const full: PublicAccessBlock = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};
const acls = { ...NOTHING_BLOCKED, blockPublicAcls: true, ignorePublicAcls: true };
const policies = { ...NOTHING_BLOCKED, blockPublicPolicy: true, restrictPublicBuckets: true };
const refused = gap({ fact: 's3/account-public-access-block', rights: ['s3:GetAccountPublicAccessBlock'] });

const facts = (
  account: PublicAccessBlock | 'refused',
  own: readonly PublicAccessBlock[],
  gaps: readonly Gap[] = [],
) => {
  const buckets = own.map((_, i) => bucket(`b${i}`));
  const reading: Reading<PublicAccessBlock> =
    account === 'refused' ? { ok: false, gap: refused } : { ok: true, value: account, readAt: '' };
  const settled = account === full;
  return {
    account: reading,
    buckets: new Listing(buckets, settled ? gaps : []),
    blocks: settled
      ? new Listing(buckets.slice(0, 0).map((b) => ({ ...b, own: full })))
      : new Listing(
          buckets.map((b, i) => ({ ...b, own: own[i] ?? NOTHING_BLOCKED })),
          gaps,
        ),
  };
};
const closed = gap({ resource: 'arn:aws:s3:::closed', rights: ['s3:GetBucketPublicAccessBlock'] });

test.each(
  cases(check, [
    {
      when: 'all four on for the account',
      facts: facts(full, [NOTHING_BLOCKED]),
      then: 'pass',
      says: /the account's settings/,
    },
    { when: 'all four on for the bucket', facts: facts(NOTHING_BLOCKED, [full]), then: 'pass' },
    { when: 'two by the account, two by the bucket', facts: facts(acls, [policies]), then: 'pass' },
    {
      when: 'two of four',
      facts: facts(NOTHING_BLOCKED, [acls]),
      then: 'fail',
      says: /off for bucket b0 and for its account: blockPublicPolicy, restrictPublicBuckets/,
    },
    { when: 'nothing anywhere', facts: facts(NOTHING_BLOCKED, [NOTHING_BLOCKED]), then: 'fail' },
    { when: 'one bucket of two', facts: facts(NOTHING_BLOCKED, [full, acls]), then: 'fail', says: /b1/ },
    { when: 'no bucket, the account fully on', facts: facts(full, []), then: 'pass', says: /on for the account/ },
    {
      when: 'no bucket, the account not',
      facts: facts(acls, []),
      then: 'not-applicable',
      says: /off: blockPublicPolicy/,
    },
    { when: 'the account unread, the bucket fully on', facts: facts('refused', [full]), then: 'pass' },
    { when: 'the account unread, the bucket not', facts: facts('refused', [acls]), then: 'not-assessed' },
    { when: 'the account unread, no bucket', facts: facts('refused', []), then: 'not-assessed' },
    { when: 'a bucket unread, another good', facts: facts(NOTHING_BLOCKED, [full], [closed]), then: 'not-assessed' },
    { when: 'a bucket unread, another bad', facts: facts(NOTHING_BLOCKED, [acls], [closed]), then: 'fail' },
    { when: 'a bucket not located, the account fully on', facts: facts(full, [acls], [closed]), then: 'pass' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('the account has its row, which never outweighs the buckets', () => {
  const rows = judgements(check, { when: '', facts: facts(acls, [policies]), then: 'pass' });
  expect(rows.map(({ id, region, verdict }) => [id, region, verdict])).toEqual([
    ['arn:aws:s3:::b0', 'eu-west-1', 'pass'],
    [null, null, 'not-applicable'],
  ]);
});

test('each level that was refused names its own right', () => {
  const rows = judgements(check, { when: '', facts: facts('refused', [acls], [closed]), then: 'not-assessed' });
  expect(rows.map(({ id, rights }) => [id, ...rights])).toEqual([
    ['arn:aws:s3:::b0', 's3:GetAccountPublicAccessBlock'],
    ['arn:aws:s3:::closed', 's3:GetBucketPublicAccessBlock'],
  ]);
});
