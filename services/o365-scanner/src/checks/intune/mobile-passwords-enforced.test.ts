import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-passwords-enforced.ts';

test.each(
  cases(check, [
    {
      when: 'demanded',
      facts: holding(ios({ passwordRequired: true }), android({ passwordRequired: true })),
      then: 'pass',
    },
    {
      when: 'not on iOS',
      facts: holding(ios({ passwordRequired: false }), android({ passwordRequired: true })),
      then: 'fail',
      says: /has false/,
    },
    { when: 'not configured', facts: holding(ios({ passwordRequired: true }), android()), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
