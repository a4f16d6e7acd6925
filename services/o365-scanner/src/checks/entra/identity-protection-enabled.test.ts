import { expect, test } from '@jest/globals';
import { check as define, Listing } from '@cis-scan/engine';
import { cases, judge, NOW } from '@cis-scan/engine/testing';
import type { JudgedPolicy } from '../../facts/graph/judged-policies.ts';
import type { ControlProfile } from '../../semantics/secure-score.ts';
import { policy } from '../../testing/policy.ts';
import { bought } from '../../testing/products.ts';
import { refused } from '../../testing/readings.ts';
import { reported } from '../_reported.ts';
import check from './identity-protection-enabled.ts';

const products = bought('AAD_PREMIUM_P2');
const signIn = (over: Parameters<typeof policy>[0] = {}) =>
  policy({ id: 's', signInRisk: ['high', 'medium'], narrowedBy: ['sign-in risk'], ...over });
const user = (over: Parameters<typeof policy>[0] = {}) =>
  policy({
    id: 'u',
    userRisk: ['high'],
    narrowedBy: ['user risk'],
    grant: { operator: 'AND', controls: ['mfa', 'passwordChange'], strength: null, others: 0 },
    ...over,
  });
const facts = (...policies: readonly JudgedPolicy[]) => ({ policies: new Listing(policies), products });

test.each(
  cases(check, [
    { when: 'both', facts: facts(signIn(), user()), then: 'pass' },
    {
      when: 'sign-in risk only',
      facts: facts(signIn()),
      then: 'fail',
      says: /no enabled policy blocks high user risk/,
    },
    { when: 'user risk only', facts: facts(user()), then: 'fail', says: /high sign-in risk/ },
    { when: 'one only reports', facts: facts(signIn(), user({ state: 'report-only' })), then: 'fail' },
    {
      when: 'three accounts left out of one',
      facts: facts(signIn(), user({ excluded: ['a', 'b', 'c'] })),
      then: 'fail',
    },
    { when: 'neither', facts: facts(), then: 'fail' },
    {
      when: 'a policy that asks for both risks at once',
      facts: facts(signIn({ ...user(), signInRisk: ['high', 'medium'], narrowedBy: ['sign-in risk', 'user risk'] })),
      then: 'fail',
    },
    { when: 'no P2', facts: { ...facts(), products: bought('AAD_PREMIUM') }, then: 'not-applicable', says: /P2/ },
    {
      when: 'one unread',
      facts: facts(signIn(), user({ unread: refused('graph/excluded-group-members') })),
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  [['SigninRiskPolicy', 'UserRiskPolicy'], 'pass'],
  [['SigninRiskPolicy'], 'not-assessed'],
] as const)('Secure Score must list both legacy policies: %s gives %s', (names, then) => {
  const ways = define({
    title: 't',
    why: 'w',
    fix: 'f',
    ...reported(['SigninRiskPolicy', 'UserRiskPolicy'], { listed: 'all' }),
  });
  const controls = names.map((name) => ({ name, score: 1, percent: 100, status: '', syncedAt: NOW }));
  const score = { secureScores: { at: NOW, controls }, controlProfiles: new Listing<ControlProfile>([]) };
  expect(judge(ways, { when: '', facts: score, then })).toBe(then);
  expect(check.otherwise).toHaveLength(1);
});
