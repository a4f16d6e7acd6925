import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-password-length-enforced.ts';

test.each(
  cases(check, [
    { when: 'six', facts: holding(ios({ minLength: 6 }), android({ minLength: 16 })), then: 'pass' },
    { when: 'five', facts: holding(ios({ minLength: 5 }), android({ minLength: 6 })), then: 'fail', says: /has 5/ },
    {
      when: 'more are wanted',
      facts: holding(ios({ minLength: 6 }), android({ minLength: 8 })),
      with: { minLength: 8 },
      then: 'fail',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
