import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-simple-passwords-blocked.ts';

test.each(
  cases(check, [
    {
      when: 'blocked',
      facts: holding(ios({ simpleBlocked: true }), android({ passwordType: 'alphanumeric' })),
      then: 'pass',
    },
    {
      when: 'not on iOS',
      facts: holding(
        ios({ simpleBlocked: false, passwordType: 'alphanumeric' }),
        android({ passwordType: 'alphabetic' }),
      ),
      then: 'fail',
      says: /ios: .*has false/,
    },
    ...['numeric', 'numericComplex', 'deviceDefault', 'any', 'required', 'lowSecurityBiometric', null].map(
      (passwordType) => ({
        when: `Android takes ${passwordType}`,
        facts: holding(ios({ simpleBlocked: true }), android({ passwordType, simpleBlocked: true })),
        then: 'fail' as const,
      }),
    ),
    {
      when: 'complex digits are accepted',
      facts: holding(ios({ simpleBlocked: true }), android({ passwordType: 'numericComplex' })),
      with: { forbiddenAndroidTypes: ['numeric'] },
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
