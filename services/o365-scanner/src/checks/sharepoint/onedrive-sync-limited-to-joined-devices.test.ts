import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { settings } from '../../testing/sharepoint.ts';
import check from './onedrive-sync-limited-to-joined-devices.ts';

test.each(
  cases(check, [
    { when: 'restricted to a domain', facts: settings(), then: 'pass' },
    { when: 'restricted to none', facts: settings({ syncDomains: [] }), then: 'fail', says: /no listed domain/ },
    {
      when: 'not restricted, though a domain is listed',
      facts: settings({ syncRestricted: false }),
      then: 'fail',
      says: /any computer[^]*Conditional Access/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where the setting cannot be read', () => expect(check.otherwise).toHaveLength(1));
