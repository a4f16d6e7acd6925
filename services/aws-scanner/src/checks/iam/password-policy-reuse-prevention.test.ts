import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './password-policy-reuse-prevention.ts';

const policy = (reusePrevention: number) => ({ passwordPolicy: { minimumLength: 14, reusePrevention } });

test.each(
  cases(check, [
    { when: 'no policy was ever set', facts: { passwordPolicy: null }, then: 'fail', says: /no password policy/ },
    { when: 'reuse prevention is off', facts: policy(0), then: 'fail', says: /last 0 .* 24 are wanted/ },
    { when: 'one too few', facts: policy(23), then: 'fail' },
    { when: 'all that AWS can remember', facts: policy(24), then: 'pass' },
    { when: 'fewer by option', facts: policy(5), with: { remembered: 5 }, then: 'pass' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
