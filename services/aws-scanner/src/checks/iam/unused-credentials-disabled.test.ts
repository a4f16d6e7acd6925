import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { ago, key, noKey, oddRow, report, root, user } from '../../testing/credential-report.ts';
import check from './unused-credentials-disabled.ts';

type Over = Parameters<typeof user>[0];
const facts = (over: Over, rootRow: Parameters<typeof root>[0] = {}) => ({
  credentialReport: report([user(over)], { root: root(rootRow) }),
});
const password = (over: Over) => facts({ passwordEnabled: true, passwordLastChanged: ago(300), ...over });
const withKey = (over: Parameters<typeof key>[1]) => facts({ keys: [key(1, over), noKey(2)] });
const rootToo = { includeRoot: true };

test.each(
  cases(check, [
    { when: 'a password used lately', facts: password({ passwordLastUsed: ago(44) }), then: 'pass' },
    {
      when: 'a password unused for exactly the limit',
      facts: password({ passwordLastUsed: ago(45) }),
      then: 'fail',
      says: /password last used 45 days ago/,
    },
    {
      when: '89 days, 1.3.0',
      facts: password({ passwordLastUsed: ago(89.9) }),
      with: { maxUnusedDays: 90 },
      then: 'pass',
    },
    {
      when: '90 days, 1.3.0',
      facts: password({ passwordLastUsed: ago(90) }),
      with: { maxUnusedDays: 90 },
      then: 'fail',
    },
    { when: 'never signed in, password new', facts: password({ passwordLastChanged: ago(44) }), then: 'pass' },
    {
      when: 'never signed in, password old',
      facts: password({}),
      then: 'fail',
      says: /password unused since it was set 300 days ago/,
    },
    { when: 'no information counts as never', facts: password({ passwordLastUsed: 'no-information' }), then: 'fail' },
    { when: 'an old use of a disabled password', facts: facts({ passwordLastUsed: ago(500) }), then: 'not-applicable' },
    { when: 'a key used lately', facts: withKey({ lastRotated: ago(400), lastUsed: ago(1) }), then: 'pass' },
    {
      when: 'a key used long ago',
      facts: withKey({ lastUsed: ago(45) }),
      then: 'fail',
      says: /access key 1 last used/,
    },
    { when: 'a new key, never used', facts: withKey({ lastRotated: ago(44) }), then: 'pass' },
    { when: 'an old key, never used', facts: withKey({ lastRotated: ago(45) }), then: 'fail' },
    { when: 'an old inactive key', facts: withKey({ active: false, lastUsed: ago(500) }), then: 'not-applicable' },
    {
      when: 'a good password does not help a bad second key',
      facts: password({ passwordLastUsed: ago(1), keys: [noKey(1), key(2, { lastUsed: ago(60) })] }),
      then: 'fail',
      says: /^access key 2 last used 60 days ago; what/,
    },
    { when: 'no user', facts: { credentialReport: report([]) }, then: 'not-applicable' },
    {
      when: 'root is left out',
      facts: facts({}, { passwordLastUsed: ago(500) }),
      then: 'not-applicable',
    },
    { when: 'root by option', facts: facts({}, { passwordLastUsed: ago(500) }), with: rootToo, then: 'fail' },
    {
      when: 'root by option, never used: as old as the account',
      facts: facts({}),
      with: rootToo,
      then: 'fail',
      says: /1826 days/,
    },
    {
      when: 'root by option, without password',
      facts: facts({}, { passwordEnabled: false }),
      with: rootToo,
      then: 'not-applicable',
    },
    {
      when: 'root by option, no row for root',
      facts: { credentialReport: report([], { root: null }) },
      with: rootToo,
      then: 'not-assessed',
    },
    {
      when: 'a row that cannot be used',
      facts: { credentialReport: report([], { users: new Listing([user()], [oddRow]) }) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('an enabled credential without any date is a defect and no verdict', () =>
  expect(() => judge(check, { when: '', facts: withKey({ lastRotated: null }), then: 'fail' })).toThrow(
    /access key 1/,
  ));
