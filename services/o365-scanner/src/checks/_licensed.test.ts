import { expect, test } from '@jest/globals';
import { check as define, Listing, pass, source, target } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { securityDefaults } from '../facts/graph/security-defaults.ts';
import { LICENCES } from '../semantics/licences.ts';
import { refused } from '../testing/readings.ts';
import { licensed } from './_licensed.ts';

const inner = source({
  needs: { securityDefaults },
  evaluate: (facts) => [pass(target, facts.securityDefaults.enabled ? 'on' : 'off')],
});
const check = define({ title: 't', why: 'w', fix: 'f', ...licensed(LICENCES.entraP2, inner) });
const product = (name: string, over: object = {}) => ({
  id: 'SPE',
  status: 'Enabled',
  seats: 5,
  plans: [{ name, status: 'Success' }],
  ...over,
});
const facts = (...products: ReturnType<typeof product>[]) => ({
  products: new Listing(products),
  securityDefaults: { enabled: true },
});

test.each(
  cases(check, [
    { when: 'held', facts: facts(product('X'), product('AAD_PREMIUM_P2')), then: 'pass', says: /^on$/ },
    { when: 'in its time of grace', facts: facts(product('AAD_PREMIUM_P2', { status: 'Warning' })), then: 'pass' },
    { when: 'only P1', facts: facts(product('AAD_PREMIUM')), then: 'not-applicable', says: /Microsoft Entra ID P2/ },
    { when: 'suspended', facts: facts(product('AAD_PREMIUM_P2', { status: 'Suspended' })), then: 'not-applicable' },
    { when: 'no seats', facts: facts(product('AAD_PREMIUM_P2', { seats: 0 })), then: 'not-applicable' },
    {
      when: 'plan not provisioned',
      facts: facts(product('AAD_PREMIUM_P2', { plans: [{ name: 'AAD_PREMIUM_P2', status: 'Disabled' }] })),
      then: 'not-applicable',
    },
    { when: 'nothing bought', facts: facts(), then: 'not-applicable' },
    {
      when: 'part of the products unread',
      facts: { ...facts(), products: new Listing<ReturnType<typeof product>>([], [refused('graph/subscribed-skus')]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  ['fail', 'fail'],
  ['not-applicable', 'not-applicable'],
])('an option may say that a missing licence means %s', (whenUnlicensed, then) => {
  const strict = define({
    title: 't',
    why: 'w',
    fix: 'f',
    options: { whenUnlicensed },
    ...licensed(LICENCES.entraP2, inner),
  });
  expect(judge(strict, { when: '', facts: facts(), then: 'fail' })).toBe(then);
});
