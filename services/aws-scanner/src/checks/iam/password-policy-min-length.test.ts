import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './password-policy-min-length.ts';

const policy = (minimumLength: number) => ({ passwordPolicy: { minimumLength, reusePrevention: 0 } });

test.each(
  cases(check, [
    { when: 'no policy was ever set', facts: { passwordPolicy: null }, then: 'fail', says: /no password policy/ },
    { when: 'one too short', facts: policy(13), then: 'fail', says: /13 characters are accepted, 14 are wanted/ },
    { when: 'exactly as long as asked', facts: policy(14), then: 'pass' },
    { when: 'longer', facts: policy(20), then: 'pass' },
    { when: 'a stricter option', facts: policy(14), with: { minLength: 16 }, then: 'fail', says: /16 are wanted/ },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
