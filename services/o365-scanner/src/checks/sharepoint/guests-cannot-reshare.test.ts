import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { settings } from '../../testing/sharepoint.ts';
import check from './guests-cannot-reshare.ts';

test.each(
  cases(check, [
    { when: 'guests may not', facts: settings(), then: 'pass' },
    { when: 'guests may', facts: settings({ guestsMayReshare: true }), then: 'fail', says: /externalUserSharingOnly/ },
    {
      when: 'guests may, but nothing is shared outside',
      facts: settings({ guestsMayReshare: true, sharing: 'disabled' }),
      then: 'pass',
    },
    {
      when: 'guests may, and there are old guests',
      facts: settings({ guestsMayReshare: true, sharing: 'existingExternalUserSharingOnly' }),
      then: 'fail',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('nothing else knows it', () => expect(check.otherwise).toHaveLength(0));
