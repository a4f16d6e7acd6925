import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-wipe-on-failures-enforced.ts';

test.each(
  cases(check, [
    {
      when: 'ten and one',
      facts: holding(ios({ failuresBeforeWipe: 10 }), android({ failuresBeforeWipe: 1 })),
      then: 'pass',
    },
    {
      when: 'eleven',
      facts: holding(ios({ failuresBeforeWipe: 10 }), android({ failuresBeforeWipe: 11 })),
      then: 'fail',
      says: /has 11/,
    },
    {
      when: 'none: never',
      facts: holding(ios({ failuresBeforeWipe: 0 }), android({ failuresBeforeWipe: 5 })),
      then: 'fail',
    },
    { when: 'not configured', facts: holding(ios(), android({ failuresBeforeWipe: 5 })), then: 'fail' },
    {
      when: 'fewer are wanted',
      facts: holding(ios({ failuresBeforeWipe: 6 })),
      with: { maxFailures: 5, platforms: ['ios'] },
      then: 'fail',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
