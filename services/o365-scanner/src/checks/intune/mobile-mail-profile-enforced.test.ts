import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, compliance, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-mail-profile-enforced.ts';

test.each(
  cases(check, [
    { when: 'demanded', facts: holding(ios({ mailProfileRequired: true }, compliance)), then: 'pass' },
    {
      when: 'not demanded',
      facts: holding(ios({ mailProfileRequired: false }, compliance)),
      then: 'fail',
      says: /has false/,
    },
    { when: 'no policy for iOS', facts: holding(android({}, compliance)), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
