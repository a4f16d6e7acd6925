import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { details, holder, unlisted } from '../../testing/authorization-details.ts';
import check from './users-get-permissions-through-groups.ts';

const facts = (over: Parameters<typeof holder>[2], gaps: readonly (typeof unlisted)[] = []) => ({
  authorizationDetails: details({ users: [holder('user', 'alice', over)] }, gaps),
});
const attached = { attached: ['arn:aws:iam::aws:policy/job-function/Billing'] };

test.each(
  cases(check, [
    { when: 'nothing of her own', facts: facts({}), then: 'pass' },
    { when: 'an attached policy', facts: facts(attached), then: 'fail', says: /directly \(attached Billing\)/ },
    { when: 'an inline policy', facts: facts({ inline: ['mail'] }), then: 'fail', says: /\(inline mail\)/ },
    {
      when: 'both',
      facts: facts({ ...attached, inline: ['mail'] }),
      then: 'fail',
      says: /attached Billing; inline mail/,
    },
    {
      when: 'very many',
      facts: facts({ inline: Array.from({ length: 25 }, (_, i) => `p${i}`) }),
      then: 'fail',
      says: /p19, 5 more\)/,
    },
    {
      when: 'what roles hold is their affair',
      facts: { authorizationDetails: details({ roles: [holder('role', 'r', attached)] }) },
      then: 'not-applicable',
    },
    { when: 'no user', facts: { authorizationDetails: details({}) }, then: 'not-applicable' },
    { when: 'the list broke off', facts: facts({}, [unlisted]), then: 'not-assessed' },
    { when: 'it broke off after one that holds', facts: facts(attached, [unlisted]), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
