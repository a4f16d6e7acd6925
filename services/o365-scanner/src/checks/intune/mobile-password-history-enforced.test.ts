import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-password-history-enforced.ts';

test.each(
  cases(check, [
    { when: 'five', facts: holding(ios({ remembered: 5 }), android({ remembered: 24 })), then: 'pass' },
    { when: 'four', facts: holding(ios({ remembered: 5 }), android({ remembered: 4 })), then: 'fail', says: /has 4/ },
    { when: 'not configured', facts: holding(ios(), android({ remembered: 5 })), then: 'fail' },
    {
      when: 'fewer are wanted',
      facts: holding(ios({ remembered: 3 }), android({ remembered: 3 })),
      with: { minRemembered: 3 },
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
