import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, compliance, holding, ios } from '../../testing/device-policy.ts';
import check from './mobile-jailbreaks-blocked.ts';

test.each(
  cases(check, [
    {
      when: 'both',
      facts: holding(ios({ jailbrokenBlocked: true }, compliance), android({ jailbrokenBlocked: true }, compliance)),
      then: 'pass',
    },
    {
      when: 'rooted ones are let in',
      facts: holding(ios({ jailbrokenBlocked: true }, compliance), android({ jailbrokenBlocked: false }, compliance)),
      then: 'fail',
      says: /android: .*has false/,
    },
    { when: 'no compliance policy', facts: holding(ios({ jailbrokenBlocked: true }), android()), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
