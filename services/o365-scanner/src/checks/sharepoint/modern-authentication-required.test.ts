import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { settings } from '../../testing/sharepoint.ts';
import check from './modern-authentication-required.ts';

test.each(
  cases(check, [
    { when: 'off', facts: settings(), then: 'pass' },
    { when: 'on', facts: settings({ legacyAuthentication: true }), then: 'fail', says: /should be blocked/ },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where the setting cannot be read', () => expect(check.otherwise).toHaveLength(1));
