import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './users-cannot-register-apps.ts';

const settings = (usersMayRegisterApps: boolean) => ({
  authorizationPolicy: {
    usersMayRegisterApps,
    consentPolicies: [],
    invitationsFrom: 'everyone',
    guestRoleId: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  },
});

test.each(
  cases(check, [
    { when: 'users may', facts: settings(true), then: 'fail', says: /every user may register applications/ },
    { when: 'users may not', facts: settings(false), then: 'pass' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where the setting cannot be read', () => expect(check.otherwise).toHaveLength(1));
