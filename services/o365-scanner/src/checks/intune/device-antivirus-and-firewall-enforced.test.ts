import { expect, test } from '@jest/globals';
import { check as define, Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { deviceCompliancePoliciesBeta } from '../../facts/graph/device-compliance-policies-beta.ts';
import type { DevicePolicy } from '../../semantics/device-policy.ts';
import { compliance, holding, idle, licence, windows } from '../../testing/device-policy.ts';
import { refused } from '../../testing/readings.ts';
import { PROTECTION_OPTIONS, protectionsBeta } from './_protections.ts';
import check from './device-antivirus-and-firewall-enforced.ts';

const ON = { activeFirewallRequired: true, antivirusRequired: true, antiSpywareRequired: true };
const demanding = (protections: Readonly<Record<string, boolean>>, over = {}) =>
  windows({ protections }, { ...compliance, ...over });

test.each(
  cases(check, [
    { when: 'all three', facts: holding(demanding(ON)), then: 'pass' },
    {
      when: 'no firewall',
      facts: holding(demanding({ ...ON, activeFirewallRequired: false })),
      then: 'fail',
      says: /has antiSpywareRequired, antivirusRequired/,
    },
    {
      when: 'divided between two policies, which need not meet on one computer',
      facts: holding(
        demanding({ ...ON, activeFirewallRequired: false }),
        demanding({ ...ON, antivirusRequired: false }, { name: 'other' }),
      ),
      then: 'fail',
    },
    { when: 'assigned to nobody', facts: holding(demanding(ON, idle)), then: 'fail' },
    { when: 'none for Windows', facts: holding(), then: 'fail' },
    { when: 'only a configuration', facts: holding(windows({ protections: ON })), then: 'fail' },
    { when: 'v1.0 does not tell of it', facts: holding(demanding({ bitLockerEnabled: true })), then: 'not-assessed' },
    {
      when: 'v1.0 does not tell of it in one, another one demands it',
      facts: holding(demanding({ bitLockerEnabled: true }), demanding(ON, { name: 'other' })),
      then: 'pass',
    },
    {
      when: 'only the firewall is wanted',
      facts: holding(demanding({ ...ON, antivirusRequired: false })),
      with: { mustBeOn: ['activeFirewallRequired'] },
      then: 'pass',
    },
    {
      when: 'something is wanted that is not known',
      facts: holding(demanding(ON)),
      with: { mustBeOn: ['shieldsUp'] },
      then: 'not-assessed',
      says: /shieldsUp is not known/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

// what is asked where v1.0 is silent
const beta = define({ title: 't', why: 'w', fix: 'f', options: PROTECTION_OPTIONS, ...protectionsBeta });
const answered = (policies: readonly DevicePolicy[], ...gaps: readonly Gap[]) => ({
  policies: new Listing(policies, gaps),
  products: licence('INTUNE_A'),
});

test.each(
  cases(beta, [
    { when: 'all three', facts: answered([demanding(ON)]), then: 'pass' },
    { when: 'none told', facts: answered([demanding({})]), then: 'fail' },
    { when: 'nothing', facts: answered([]), then: 'fail' },
    { when: 'broken off', facts: answered([], refused('x')), then: 'not-assessed' },
    { when: 'no licence', facts: { ...answered([]), products: licence('EXCHANGE_S') }, then: 'not-applicable' },
  ]),
)('beta, $when: $then', (c) => expect(judge(beta, c)).toBe(c.then));
test('its evidence names the version that was asked', () => {
  const [judged] = judgements(beta, { when: '', facts: answered([demanding(ON)]), then: 'pass' });
  expect(judged?.evidence[0]?.fact).toBe(deviceCompliancePoliciesBeta);
});
test('it is asked where v1.0 could not tell', () => expect(check.otherwise).toEqual([protectionsBeta]));
