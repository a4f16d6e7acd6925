import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-alphanumeric-passwords-enforced.ts';

test.each(
  cases(check, [
    {
      when: 'letters and digits, and stronger',
      facts: holding(ios({ passwordType: 'alphanumeric' }), android({ passwordType: 'alphanumericWithSymbols' })),
      then: 'pass',
    },
    {
      when: 'digits',
      facts: holding(ios({ passwordType: 'numeric' }), android({ passwordType: 'alphanumeric' })),
      then: 'fail',
      says: /has numeric/,
    },
    { when: 'not configured', facts: holding(ios(), android({ passwordType: 'deviceDefault' })), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
