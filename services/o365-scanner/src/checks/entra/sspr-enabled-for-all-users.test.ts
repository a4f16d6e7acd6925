import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { bought } from '../../testing/products.ts';
import { refused } from '../../testing/readings.ts';
import check from './sspr-enabled-for-all-users.ts';

const account = (id: string, over: object = {}) => ({
  id,
  name: `${id}@larkfield.example`,
  isGuest: false,
  isAdmin: false,
  mfaCapable: true,
  resetEnabled: true,
  resetRegistered: false,
  ...over,
});
type Account = ReturnType<typeof account>;
const products = bought('AAD_PREMIUM');
const facts = (...accounts: readonly Account[]) => ({ registrationDetails: new Listing(accounts), products });
const brokenOff = (...accounts: readonly Account[]) => ({
  registrationDetails: new Listing(accounts, [refused('graph/registration-details', 'AuditLog.Read.All')]),
  products,
});
const without = { resetEnabled: false };

test.each(
  cases(check, [
    { when: 'all may', facts: facts(account('a'), account('b')), then: 'pass', says: /all 2 users.*0 have registered/ },
    { when: 'one may not', facts: facts(account('a'), account('b', without)), then: 'fail', says: /1 of 2/ },
    { when: 'administrators only', facts: facts(account('a', { isAdmin: true }), account('b', without)), then: 'fail' },
    { when: 'guests may not', facts: facts(account('a'), account('g', { ...without, isGuest: true })), then: 'pass' },
    { when: 'nobody in the report', facts: facts(), then: 'not-assessed' },
    { when: 'guests only in the report', facts: facts(account('g', { isGuest: true })), then: 'not-assessed' },
    { when: 'the report broke off', facts: brokenOff(account('a')), then: 'not-assessed' },
    { when: 'the report broke off after one who may not', facts: brokenOff(account('a', without)), then: 'fail' },
    {
      when: 'no P1',
      facts: { ...facts(account('a', without)), products: bought() },
      then: 'not-applicable',
      says: /Entra ID P1/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('at most fifty names are shown, sorted, whatever the order of the report', () => {
  const many = Array.from({ length: 60 }, (_, i) => account(`u${i}`, without));
  const shown = [many, [...many].reverse()].map(
    (some) => judgements(check, { when: '', facts: facts(...some), then: 'fail' })[0]?.evidence[0]?.fields,
  );
  expect(shown[0]).toEqual(shown[1]);
  expect(shown[0]?.['shown']).toHaveLength(50);
});
test('Secure Score is asked where the report cannot be read', () => expect(check.otherwise).toHaveLength(1));
