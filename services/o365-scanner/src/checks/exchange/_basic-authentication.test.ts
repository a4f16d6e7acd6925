import { expect, test } from '@jest/globals';
import { check as define, Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { JudgedPolicy } from '../../facts/graph/judged-policies.ts';
import { policy } from '../../testing/policy.ts';
import { read, refused } from '../../testing/readings.ts';
import { controlScores, scored } from '../../testing/secure-score.ts';
import { byConditionalAccess } from './_basic-authentication.ts';
import whole from './basic-authentication-disabled.ts';

const check = define({
  title: 't',
  why: 'w',
  fix: 'f',
  options: { indirectProofPasses: true },
  ...byConditionalAccess,
});
const blocking = policy({
  clientApps: ['exchangeActiveSync', 'other'],
  narrowedBy: ['client app types'],
  grant: { operator: 'OR', controls: ['block'], strength: null, others: 0 },
});
const facts = (policies: readonly JudgedPolicy[], enabled = false) => ({
  policies: new Listing(policies),
  securityDefaults: read({ enabled }),
});
const indirectProofPasses = false;

test.each(
  cases(check, [
    { when: 'legacy authentication is blocked', facts: facts([blocking]), then: 'pass', says: /^indirect evidence/ },
    {
      when: 'security defaults block it',
      facts: facts([], true),
      then: 'pass',
      says: /^indirect evidence.*security defaults/,
    },
    { when: 'it is not blocked, which proves nothing', facts: facts([]), then: 'not-assessed' },
    { when: 'the policy is disabled', facts: facts([{ ...blocking, state: 'disabled' }]), then: 'not-assessed' },
    {
      when: 'blocked, but no proof',
      facts: facts([blocking]),
      with: { indirectProofPasses },
      then: 'not-assessed',
      says: /not taken for proof/,
    },
    {
      when: 'the policies broke off',
      facts: { ...facts([]), policies: new Listing<JudgedPolicy>([], [refused('graph/conditional-access-policies')]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  [100, true, 'pass'],
  [0, true, 'manual'],
  [100, false, 'not-assessed'],
])('Secure Score at %d, as proof: %s: %s', (percent, proof, then) =>
  expect(controlScores(whole, { BlockLegacyAuthentication: percent }, { with: { indirectProofPasses: proof } })).toBe(
    then,
  ),
);
test('it says that it is near', () =>
  expect(scored(whole, { BlockLegacyAuthentication: 100 })[0]?.reason).toMatch(
    /approximate.*not what Exchange allows/,
  ));
