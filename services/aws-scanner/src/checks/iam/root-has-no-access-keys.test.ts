import { expect, test } from '@jest/globals';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { GENERATED, key, read, refused, report, root } from '../../testing/credential-report.ts';
import check from './root-has-no-access-keys.ts';

const summary = (rootAccessKeys: number) => ({
  rootHasMfa: true,
  rootAccessKeys,
  rootHasPassword: true,
  rootSigningCertificates: 0,
});
const facts = (keys: number, ...rows: Parameters<typeof key>[]) => ({
  accountSummary: summary(keys),
  credentialReport: read(report([], { root: root({ keys: rows.map((row) => key(...row)) }) })),
});
const noRow = { accountSummary: summary(1), credentialReport: read(report([], { root: null })) };
const unread = (keys: number) => ({
  accountSummary: summary(keys),
  credentialReport: refused('iam:GetCredentialReport'),
});
const inactive = { active: false };
const lenient = { inactiveKeysPass: true };

test.each(
  cases(check, [
    { when: 'no key', facts: facts(0), then: 'pass', says: /no access key/ },
    { when: 'no key, report refused', facts: unread(0), then: 'pass' },
    { when: 'the report is older than the deletion', facts: facts(0, [1]), then: 'pass' },
    { when: 'an active key', facts: facts(1, [2]), then: 'fail', says: /active access key \(key 2\)/ },
    { when: 'two active keys', facts: facts(1, [1], [2]), then: 'fail', says: /key 1 and 2/ },
    { when: 'an inactive key', facts: facts(1, [1, inactive]), then: 'fail', says: /inactive/ },
    { when: 'a key, report refused', facts: unread(1), then: 'fail' },
    { when: 'a key newer than the report', facts: facts(1), then: 'fail' },
    { when: 'a key, no row for root', facts: noRow, then: 'fail' },
    { when: 'an inactive key, accepted', facts: facts(1, [1, inactive]), with: lenient, then: 'pass' },
    { when: 'one of each, inactive accepted', facts: facts(1, [1, inactive], [2]), with: lenient, then: 'fail' },
    { when: 'inactive accepted, report refused', facts: unread(1), with: lenient, then: 'not-assessed' },
    { when: 'inactive accepted, no row for root', facts: noRow, with: lenient, then: 'not-assessed' },
    { when: 'inactive accepted, newer than the report', facts: facts(1), with: lenient, then: 'not-assessed' },
    {
      when: 'inactive accepted, the report knows one of two',
      facts: facts(2, [1, inactive]),
      with: lenient,
      then: 'not-assessed',
    },
    {
      when: 'GovCloud has root keys on request only, and they count',
      facts: facts(1, [1]),
      context: { target: { account: '111122223333', cloud: 'aws-us-gov' } },
      then: 'fail',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('the row is root, and the report tells its own age', () => {
  const [row] = judgements(check, { when: '', facts: facts(1, [1]), then: 'fail' });
  expect(row?.id).toBe('arn:aws:iam::111122223333:root');
  expect(row?.evidence.map((e) => e.readAt)).toEqual([undefined, GENERATED]);
});
