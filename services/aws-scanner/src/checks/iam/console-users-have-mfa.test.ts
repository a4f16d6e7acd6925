import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { GENERATED, oddRow, report, root, user } from '../../testing/credential-report.ts';
import check from './console-users-have-mfa.ts';

const facts = (...users: Parameters<typeof user>[0][]) => ({ credentialReport: report(users.map((u) => user(u))) });
const withOdd = (over: Parameters<typeof user>[0]) => ({
  credentialReport: report([], { users: new Listing([user(over)], [oddRow]) }),
});
const signsIn = { passwordEnabled: true };

test.each(
  cases(check, [
    { when: 'a password and no MFA', facts: facts(signsIn), then: 'fail', says: /no MFA device; one is wanted/ },
    { when: 'a password and MFA', facts: facts({ ...signsIn, mfaActive: true }), then: 'pass' },
    { when: 'keys only', facts: facts({}), then: 'not-applicable', says: /no console password/ },
    { when: 'no user at all', facts: facts(), then: 'not-applicable', says: /no IAM user/ },
    {
      when: 'root is judged elsewhere',
      facts: { credentialReport: report([], { root: root({ passwordEnabled: true, mfaActive: false }) }) },
      then: 'not-applicable',
    },
    { when: 'one row unusable, another fails', facts: withOdd(signsIn), then: 'fail' },
    { when: 'one row unusable, another passes', facts: withOdd({ ...signsIn, mfaActive: true }), then: 'not-assessed' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('one row per user, with the age of the report', () => {
  const bob = { ...signsIn, id: 'arn:aws:iam::111122223333:user/bob', mfaActive: true };
  const rows = judgements(check, { when: '', facts: facts(signsIn, bob), then: 'fail' });
  expect(rows.map((row) => [row.id, row.region, row.verdict, row.evidence[0]?.readAt])).toEqual([
    ['arn:aws:iam::111122223333:user/alice', null, 'fail', GENERATED],
    ['arn:aws:iam::111122223333:user/bob', null, 'pass', GENERATED],
  ]);
});
