import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, compliance, holding, idle, ios } from '../../testing/device-policy.ts';
import check from './mobile-baseline-policies-assigned.ts';

test.each(
  cases(check, [
    { when: 'a policy of any kind for each', facts: holding(ios(), android({}, compliance)), then: 'pass' },
    { when: 'for one alone', facts: holding(ios()), then: 'fail', says: /android: no policy/ },
    { when: 'assigned to nobody', facts: holding(ios(), android({}, idle)), then: 'fail', says: /assigned to nobody/ },
    { when: 'none', facts: holding(), then: 'fail' },
    { when: 'of the catalogue', facts: holding(ios(), android({}, { kind: 'catalogue' })), then: 'pass' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
