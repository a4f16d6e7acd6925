import { expect, test } from '@jest/globals';
import { needsOf } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import check from './external-domains-limited.ts';

const old = { globalPolicyOffPasses: false, publicUsersMustBeOff: true };

test.each(
  cases(check, [
    {
      when: 'in any tenant',
      facts: {},
      then: 'manual',
      says: /"all known domains" is everybody.*EnableFederationAccess/,
    },
    { when: 'in 1.x', facts: {}, with: old, then: 'manual', says: /AllowPublicUsers False\); Microsoft documents no/ },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('what a version does not accept is not offered', () =>
  expect(judgements(check, { when: '', facts: {}, with: old, then: 'manual' })[0]?.reason).not.toMatch(
    /global policy/,
  ));
test('nothing is asked, and so no right', () => expect(needsOf(check)).toEqual([{}]));
