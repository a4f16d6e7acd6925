import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { AntiPhishPolicy } from '../../facts/exchange/anti-phish-policies.ts';
import type { InForce } from '../../facts/exchange/precedence.ts';
import { byPreset, byRule, put, withDefender, withoutDefender } from '../../testing/in-force.ts';
import { refused } from '../../testing/readings.ts';
import check from './anti-phishing-policy-enabled.ts';

type Over = Partial<Omit<AntiPhishPolicy, 'switches'>> & { readonly switches?: AntiPhishPolicy['switches'] };
const policy = ({ switches, ...over }: Over = {}): AntiPhishPolicy => ({
  id: 'guid',
  name: 'Ours',
  isDefault: false,
  isPreset: false,
  enabled: true,
  threshold: 3,
  switches: { ...Object.fromEntries(check.options.mustBeOn.map((name) => [name, true])), ...switches },
  ...over,
});
/** As Microsoft ships it. */
const shipped = policy({
  name: 'Office365 AntiPhish Default',
  isDefault: true,
  threshold: 1,
  switches: {
    EnableTargetedUserProtection: false,
    EnableOrganizationDomainsProtection: false,
    EnableMailboxIntelligenceProtection: false,
  },
});
const hardened = policy({ isDefault: true, threshold: 2, switches: { EnableTargetedUserProtection: false } });
const weak = policy({ threshold: 1, switches: { EnableMailboxIntelligence: false, EnableSpoofIntelligence: false } });
const facts = (...policies: readonly InForce<AntiPhishPolicy>[]) => ({
  policies: new Listing(policies),
  products: new Listing([withDefender]),
});
const old = { minPhishThreshold: 1, mustBeOn: [], customPolicyRequired: true };
const second = {
  minPhishThreshold: 2,
  mustBeOn: ['EnableMailboxIntelligence', 'EnableMailboxIntelligenceProtection', 'EnableSpoofIntelligence'],
};

test.each(
  cases(check, [
    {
      when: 'only the default one as shipped',
      with: old,
      facts: facts(put(shipped)),
      then: 'fail',
      says: /PhishThresholdLevel is 1, at least 2 is wanted/,
    },
    {
      when: 'one of our own, however it is set',
      with: old,
      facts: facts(put(weak, byRule), put(shipped)),
      then: 'pass',
    },
    {
      when: 'a preset',
      with: old,
      facts: facts(put(policy({ isPreset: true }), byPreset), put(shipped)),
      then: 'pass',
    },
    {
      when: 'one of our own that is off',
      with: old,
      facts: facts(put(policy({ enabled: false }), byRule), put(shipped)),
      then: 'fail',
      says: /it is off/,
    },
    {
      when: 'the default one hardened',
      with: old,
      facts: facts(put(hardened)),
      then: 'pass',
      says: /default anti-phishing policy/,
    },
    {
      when: 'the default one hardened halfway',
      with: old,
      facts: facts(put(policy({ isDefault: true, switches: { EnableSpoofIntelligence: false } }))),
      then: 'fail',
    },
    {
      when: 'the level of the default one was not told',
      with: old,
      facts: facts(put(policy({ isDefault: true, threshold: null }))),
      then: 'not-assessed',
    },
    { when: 'none in force', with: old, facts: facts(), then: 'fail' },
    {
      when: '2.0.0: level 2',
      with: { ...second, customPolicyRequired: false },
      facts: facts(put(policy({ threshold: 2 }))),
      then: 'pass',
    },
    {
      when: '2.0.0: level 1',
      with: { ...second, customPolicyRequired: false },
      facts: facts(put(policy({ threshold: 1 }))),
      then: 'fail',
    },
    { when: 'newest: as wanted', facts: facts(put(policy(), byRule), put(shipped, undefined, false)), then: 'pass' },
    { when: 'newest: level 2', facts: facts(put(policy({ threshold: 2 }))), then: 'fail', says: /at least 3/ },
    { when: 'newest: level not told', facts: facts(put(policy({ threshold: null }))), then: 'not-assessed' },
    { when: 'newest: off', facts: facts(put(policy({ enabled: false }))), then: 'fail' },
    ...check.options.mustBeOn.map((name) => ({
      when: `newest: ${name} off`,
      facts: facts(put(policy({ switches: { [name]: false } }))),
      then: 'fail' as const,
      says: new RegExp(name),
    })),
    {
      when: 'newest: a good one that does not come first',
      facts: facts(put(weak, byRule), put(policy(), undefined, false)),
      then: 'fail',
    },
    { when: 'newest: none in force', facts: facts(), then: 'fail', says: /no anti-phishing policy is in force/ },
    {
      when: 'the rest unread',
      with: old,
      facts: { ...facts(), policies: new Listing<InForce<AntiPhishPolicy>>([put(shipped)], [refused('x')]) },
      then: 'not-assessed',
    },
    {
      when: 'no Defender for Office 365',
      with: old,
      facts: { ...facts(put(shipped)), products: new Listing([withoutDefender]) },
      then: 'not-applicable',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where Exchange cannot be', () => expect(check.otherwise).toHaveLength(1));
