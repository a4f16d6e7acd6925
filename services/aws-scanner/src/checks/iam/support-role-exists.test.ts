import { expect, test } from '@jest/globals';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { details, holder, unlisted } from '../../testing/authorization-details.ts';
import check from './support-role-exists.ts';

const SUPPORT = 'arn:aws:iam::aws:policy/AWSSupportAccess';
const OWN = 'arn:aws:iam::111122223333:policy/team/on-duty';
const roles = (...attached: string[]) => ({
  authorizationDetails: details({ roles: [holder('role', 'plain'), holder('role', 'duty', { attached })] }),
});
const cn = { target: { account: '111122223333', cloud: 'aws-cn' } } as const;

test.each(
  cases(check, [
    { when: 'a role holds it', facts: roles(OWN, SUPPORT), then: 'pass', says: /role duty holds AWSSupportAccess/ },
    { when: 'no role holds it', facts: roles(OWN), then: 'fail', says: /none of 2 roles/ },
    { when: 'no role at all', facts: { authorizationDetails: details({}) }, then: 'fail', says: /none of 0 roles/ },
    {
      when: 'only a user holds it',
      facts: { authorizationDetails: details({ users: [holder('user', 'alice', { attached: [SUPPORT] })] }) },
      then: 'fail',
    },
    { when: 'in China', facts: roles('arn:aws-cn:iam::aws:policy/AWSSupportAccess'), context: cn, then: 'pass' },
    { when: 'of another partition', facts: roles(SUPPORT), context: cn, then: 'fail' },
    {
      when: 'an own policy that borrows the name',
      facts: roles('arn:aws:iam::111122223333:policy/AWSSupportAccess'),
      then: 'fail',
    },
    {
      when: 'an own policy, named',
      facts: roles(OWN),
      with: { policyNames: ['AWSSupportAccess', 'on-duty'] },
      then: 'pass',
    },
    { when: 'an own policy, by ARN', facts: roles(OWN), with: { policyNames: [OWN] }, then: 'pass' },
    { when: 'nothing read', facts: { authorizationDetails: details({}, [unlisted]) }, then: 'not-assessed' },
    {
      when: 'the list broke off after a role that holds it',
      facts: {
        authorizationDetails: details({ roles: [holder('role', 'duty', { attached: [SUPPORT] })] }, [unlisted]),
      },
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('one row, of the account, whatever is unread', () => {
  const rows = judgements(check, { when: '', facts: { authorizationDetails: details({}, [unlisted]) }, then: 'fail' });
  expect(rows.map((row) => [row.id, row.region, row.rights])).toEqual([
    [null, null, ['iam:GetAccountAuthorizationDetails']],
  ]);
});
