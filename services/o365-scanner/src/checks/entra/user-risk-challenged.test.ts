import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { JudgedPolicy } from '../../facts/graph/judged-policies.ts';
import { coverCases } from '../../testing/cover.ts';
import { policy } from '../../testing/policy.ts';
import { bought } from '../../testing/products.ts';
import check from './user-risk-challenged.ts';

const products = bought('AAD_PREMIUM_P2');
const change = { operator: 'AND', controls: ['mfa', 'passwordChange'], strength: null, others: 0 } as const;
const strength = { id: 's', satisfies: ['mfa'] };
const risk = (over: Parameters<typeof policy>[0] = {}) =>
  policy({ userRisk: ['high'], narrowedBy: ['user risk'], grant: change, ...over });
const facts = (...policies: readonly JudgedPolicy[]) => ({ policies: new Listing(policies), products });
const granting = (over: object) => facts(risk({ grant: { ...change, ...over } }));
const once = { everyTime: false };

test.each(
  cases(check, [
    ...coverCases(risk).map(({ policies, ...c }) => ({ ...c, facts: { policies, products }, with: once })),
    { when: 'blocked', facts: granting({ operator: 'OR', controls: ['block'] }), then: 'pass' },
    { when: 'more levels than asked for', facts: facts(risk({ userRisk: ['high', 'low'] })), with: once, then: 'pass' },
    { when: 'another level', facts: facts(risk({ userRisk: ['medium'] })), with: once, then: 'fail' },
    {
      when: 'password change without MFA',
      facts: granting({ controls: ['passwordChange'] }),
      with: once,
      then: 'fail',
    },
    { when: 'MFA without password change', facts: granting({ controls: ['mfa'] }), with: once, then: 'fail' },
    { when: 'one or the other', facts: granting({ operator: 'OR' }), with: once, then: 'fail' },
    {
      when: 'password change with a strength',
      facts: granting({ controls: ['passwordChange'], strength }),
      with: once,
      then: 'pass',
    },
    {
      when: 'risk remediation',
      facts: granting({ controls: ['riskRemediation'], strength }),
      with: once,
      then: 'pass',
    },
    {
      when: 'risk remediation as one of two ways in',
      facts: granting({ operator: 'OR', controls: ['riskRemediation'], strength }),
      with: once,
      then: 'fail',
    },
    {
      when: 'risk remediation where it does not count',
      facts: granting({ controls: ['riskRemediation'] }),
      with: { everyTime: false, riskRemediationPasses: false },
      then: 'fail',
    },
    { when: 'every time wanted and not asked', facts: facts(risk()), then: 'fail', says: /every time/ },
    {
      when: 'every time wanted and asked',
      facts: facts(risk({ session: { signInFrequency: 'every-time', persistentBrowser: null } })),
      then: 'pass',
    },
    { when: 'no P2', facts: { ...facts(), products: bought('AAD_PREMIUM') }, then: 'not-applicable' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
