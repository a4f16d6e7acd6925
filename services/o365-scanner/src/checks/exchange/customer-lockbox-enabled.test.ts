import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { organization } from '../../testing/exchange.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './customer-lockbox-enabled.ts';

const products = (...plans: readonly string[]) => ({
  products: new Listing([
    { id: 'SPE', status: 'Enabled', seats: 5, plans: plans.map((name) => ({ name, status: 'Success' })) },
  ]),
});
const facts = (customerLockbox: boolean | null, ...plans: readonly string[]) => ({
  config: organization({ customerLockbox }),
  ...products(...plans),
});

test.each(
  cases(check, [
    { when: 'on', facts: facts(true, 'LOCKBOX_ENTERPRISE'), then: 'pass' },
    { when: 'off', facts: facts(false, 'LOCKBOX_ENTERPRISE'), then: 'fail', says: /is off/ },
    {
      when: 'not told',
      facts: facts(null, 'LOCKBOX_ENTERPRISE'),
      then: 'not-assessed',
      says: /CustomerLockboxEnabled/,
    },
    { when: 'not licensed', facts: facts(false, 'AAD_PREMIUM'), then: 'not-applicable', says: /no Customer Lockbox/ },
    {
      when: 'not licensed, and that is no excuse',
      facts: facts(false, 'AAD_PREMIUM'),
      with: { whenUnlicensed: 'fail' },
      then: 'fail',
      says: /no Customer Lockbox/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  ['LOCKBOX_ENTERPRISE', 'fail'],
  ['AAD_PREMIUM', 'not-applicable'],
])('Secure Score is asked with the licence in mind: %s: %s', (plan, then) =>
  expect(controlScores(check, { customerlockboxenabled: 0 }, { facts: products(plan) })).toBe(then),
);
