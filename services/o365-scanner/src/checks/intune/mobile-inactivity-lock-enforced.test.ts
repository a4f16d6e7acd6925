import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-inactivity-lock-enforced.ts';

test.each(
  cases(check, [
    {
      when: 'five and one',
      facts: holding(ios({ inactivityMinutes: 5 }), android({ inactivityMinutes: 1 })),
      then: 'pass',
    },
    {
      when: 'fifteen',
      facts: holding(ios({ inactivityMinutes: 15 }), android({ inactivityMinutes: 5 })),
      then: 'fail',
      says: /has 15/,
    },
    {
      when: 'none: never',
      facts: holding(ios({ inactivityMinutes: 0 }), android({ inactivityMinutes: 5 })),
      then: 'fail',
    },
    {
      when: 'more are allowed',
      facts: holding(ios({ inactivityMinutes: 15 }), android({ inactivityMinutes: 5 })),
      with: { maxMinutes: 15 },
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
