import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-encryption-enforced.ts';

test.each(
  cases(check, [
    { when: 'Android encrypts', facts: holding(android({ encryptionRequired: true })), then: 'pass' },
    { when: 'it need not', facts: holding(android({ encryptionRequired: false })), then: 'fail', says: /has false/ },
    { when: 'nothing for Android', facts: holding(ios({ passwordRequired: true })), then: 'fail' },
    {
      when: 'iOS is asked for too, and has a passcode',
      facts: holding(android({ encryptionRequired: true }), ios({ passwordRequired: true })),
      with: { platforms: ['ios', 'android'] },
      then: 'pass',
    },
    {
      when: 'iOS is asked for too, and has none',
      facts: holding(android({ encryptionRequired: true }), ios({ passwordRequired: false })),
      with: { platforms: ['ios', 'android'] },
      then: 'fail',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
