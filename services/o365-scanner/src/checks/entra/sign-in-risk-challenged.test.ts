import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { JudgedPolicy } from '../../facts/graph/judged-policies.ts';
import { coverCases } from '../../testing/cover.ts';
import { policy } from '../../testing/policy.ts';
import { bought } from '../../testing/products.ts';
import check from './sign-in-risk-challenged.ts';

const products = bought('AAD_PREMIUM_P2');
const block = { operator: 'OR', controls: ['block'], strength: null, others: 0 } as const;
const risk = (over: Parameters<typeof policy>[0] = {}) =>
  policy({ signInRisk: ['high', 'medium'], narrowedBy: ['sign-in risk'], ...over });
const facts = (...policies: readonly JudgedPolicy[]) => ({ policies: new Listing(policies), products });
const everyTime = { signInFrequency: 'every-time', persistentBrowser: null } as const;
const once = { everyTime: false };

test.each(
  cases(check, [
    ...coverCases(risk).map(({ policies, ...c }) => ({ ...c, facts: { policies, products }, with: once })),
    { when: 'blocked', facts: facts(risk({ grant: block })), then: 'pass' },
    { when: 'high only', facts: facts(risk({ signInRisk: ['high'] })), with: once, then: 'fail', says: /medium/ },
    {
      when: 'one policy per level',
      facts: facts(risk({ signInRisk: ['high'], grant: block }), risk({ id: 'p2', signInRisk: ['medium'] })),
      with: once,
      then: 'pass',
    },
    { when: 'no condition on risk', facts: facts(policy()), with: once, then: 'fail' },
    {
      when: 'user risk as well',
      facts: facts(risk({ narrowedBy: ['sign-in risk', 'user risk'] })),
      with: once,
      then: 'fail',
      says: /narrowed by user risk/,
    },
    {
      when: 'a password change instead',
      facts: facts(risk({ grant: { ...block, controls: ['passwordChange'] } })),
      with: once,
      then: 'fail',
    },
    { when: 'every time wanted and asked', facts: facts(risk({ session: everyTime })), then: 'pass' },
    { when: 'every time wanted and not asked', facts: facts(risk()), then: 'fail' },
    {
      when: 'every time wanted, every four hours asked',
      facts: facts(risk({ session: { ...everyTime, signInFrequency: { hours: 4 } } })),
      then: 'fail',
    },
    {
      when: 'no P2',
      facts: { ...facts(), products: bought('AAD_PREMIUM') },
      then: 'not-applicable',
      says: /Entra ID P2/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
