import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { gap, logBucket, unreadRegion } from '../../testing/trails.ts';
import check from './log-bucket-access-logged.ts';

type Of = ReturnType<typeof logBucket>;
const logged = (target: string | null, exists = true, of: Of = logBucket()) => ({
  ...of,
  logging: { value: { ...of, exists, target } },
});
const refused = (over: Parameters<typeof logBucket>[0] = {}) => ({
  ...logBucket(over),
  logging: { gap: gap({ resource: logBucket().id, rights: ['s3:GetBucketLogging'] }) },
});
type Item = ReturnType<typeof logged> | ReturnType<typeof refused>;
const buckets = (...all: Item[]) => ({ logBucketUsage: new Listing<Item>(all) });
const elsewhere = refused({ owner: 'elsewhere', region: null });
const manual = { whenOutOfSight: 'manual' };

test.each(
  cases(check, [
    { when: 'logged', facts: buckets(logged('access-logs')), then: 'pass', says: /go to access-logs/ },
    { when: 'logged into itself', facts: buckets(logged('trail-logs')), then: 'pass', says: /the same bucket/ },
    { when: 'not logged', facts: buckets(logged(null)), then: 'fail', says: /has no server access logging/ },
    { when: 'deleted', facts: buckets(logged(null, false)), then: 'fail', says: /does not exist/ },
    { when: 'no trail', facts: buckets(), then: 'fail', says: /there is no trail/ },
    { when: 'refused', facts: buckets(refused()), then: 'not-assessed' },
    { when: 'refused, by option, but it is ours', facts: buckets(refused()), with: manual, then: 'not-assessed' },
    {
      when: "another account's",
      facts: buckets(elsewhere),
      then: 'not-assessed',
      says: /trail\/main belongs to another account/,
    },
    { when: "another account's, by option", facts: buckets(elsewhere), with: manual, then: 'manual' },
    { when: 'one refused, one not logged', facts: buckets(elsewhere, logged(null)), then: 'fail' },
    {
      when: 'logged, one region unread',
      facts: { logBucketUsage: new Listing([logged('access-logs')], [unreadRegion]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a refusal names the bucket and the right', () => {
  const [row] = judgements(check, { when: '', facts: buckets(elsewhere), then: 'not-assessed' });
  expect(row).toMatchObject({ id: 'arn:aws:s3:::trail-logs', region: null, rights: ['s3:GetBucketLogging'] });
});
