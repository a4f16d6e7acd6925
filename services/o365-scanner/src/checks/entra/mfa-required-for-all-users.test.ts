import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { JudgedPolicy } from '../../facts/graph/judged-policies.ts';
import { coverCases } from '../../testing/cover.ts';
import { policy } from '../../testing/policy.ts';
import { read, unread } from '../../testing/readings.ts';
import check from './mfa-required-for-all-users.ts';

const off = read({ enabled: false });
const on = read({ enabled: true });
const refusedDefaults = unread('graph/security-defaults', 'Policy.Read.All');
const facts = (...policies: readonly JudgedPolicy[]) => ({ policies: new Listing(policies), securityDefaults: off });
const grant = (over: object) => policy({ grant: { operator: 'OR', controls: [], strength: null, others: 0, ...over } });
const inOlder = { securityDefaultsPass: true };

test.each(
  cases(check, [
    ...coverCases(policy).map(({ policies, ...c }) => ({ ...c, facts: { policies, securityDefaults: off } })),
    {
      when: 'an authentication strength',
      facts: facts(grant({ strength: { id: 's', satisfies: ['mfa'] } })),
      then: 'pass',
    },
    { when: 'or a compliant device', facts: facts(grant({ controls: ['mfa', 'compliantDevice'] })), then: 'fail' },
    {
      when: 'and a compliant device',
      facts: facts(grant({ controls: ['mfa', 'compliantDevice'], operator: 'AND' })),
      then: 'pass',
    },
    { when: 'terms of use alone', facts: facts(grant({ others: 1 })), then: 'fail' },
    { when: 'only risky sign-ins', facts: facts(policy({ narrowedBy: ['sign-in risk'] })), then: 'fail' },
    { when: 'security defaults', facts: { ...facts(), securityDefaults: on }, with: inOlder, then: 'pass' },
    { when: 'security defaults in newer versions', facts: { ...facts(), securityDefaults: on }, then: 'fail' },
    {
      when: 'security defaults unread and no policy',
      facts: { ...facts(), securityDefaults: refusedDefaults },
      with: inOlder,
      then: 'not-assessed',
    },
    {
      when: 'security defaults unread and a policy does it',
      facts: { ...facts(policy()), securityDefaults: refusedDefaults },
      with: inOlder,
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
