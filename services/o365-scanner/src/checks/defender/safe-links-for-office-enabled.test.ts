import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { SafeLinksPolicy } from '../../facts/exchange/safe-links-policies.ts';
import type { InForce } from '../../facts/exchange/precedence.ts';
import type { Switches } from '../../semantics/switches.ts';
import { byPreset, byRule, put, withDefender, withoutDefender } from '../../testing/in-force.ts';
import { refused } from '../../testing/readings.ts';
import check from './safe-links-for-office-enabled.ts';

const good = {
  ...Object.fromEntries(check.options.mustBeOn.map((name) => [name, true])),
  ...Object.fromEntries(check.options.mustBeOff.map((name) => [name, false])),
};
const policy = (switches: Switches = {}, name = 'Built-In Protection Policy'): SafeLinksPolicy => ({
  id: `guid-${name}`,
  name,
  isDefault: false,
  isPreset: null,
  switches: { ...good, ...switches },
});
type Policies = readonly InForce<SafeLinksPolicy>[];
const facts = (...policies: Policies) => ({
  policies: new Listing(policies),
  products: new Listing([withDefender]),
});
const old = { mustBeOn: ['EnableSafeLinksForOffice'], mustBeOff: [] };
const off = { EnableSafeLinksForOffice: false };

test.each(
  cases(check, [
    {
      when: 'the built-in protection has it on',
      with: old,
      facts: facts(put(policy())),
      then: 'pass',
      says: /\(default\)/,
    },
    {
      when: 'the policy that comes first has it off',
      with: old,
      facts: facts(put(policy(off, 'Sales'), byRule), put(policy(), undefined, false)),
      then: 'fail',
      says: /"Sales" \(rule\): EnableSafeLinksForOffice is off, on is wanted/,
    },
    {
      when: 'a preset comes before a policy that has it off',
      with: old,
      facts: facts(put(policy({}, 'Strict'), byPreset), put(policy(off), byRule, false)),
      then: 'pass',
    },
    {
      when: 'other switches are not asked for before 1.5.0',
      with: old,
      facts: facts(put(policy({ ScanUrls: false }))),
      then: 'pass',
    },
    ...check.options.mustBeOn.map((name) => ({
      when: `newest: ${name} off`,
      facts: facts(put(policy({ [name]: false }))),
      then: 'fail' as const,
      says: new RegExp(name),
    })),
    ...check.options.mustBeOff.map((name) => ({
      when: `newest: ${name} on`,
      facts: facts(put(policy({ [name]: true }))),
      then: 'fail' as const,
      says: new RegExp(name),
    })),
    { when: 'newest: all as wanted', facts: facts(put(policy())), then: 'pass' },
    {
      when: 'the switch was not told',
      with: old,
      facts: facts(put(policy({ EnableSafeLinksForOffice: null }))),
      then: 'not-assessed',
    },
    {
      when: 'no policy is in force',
      with: old,
      facts: facts(),
      then: 'fail',
      says: /no Safe Links policy is in force/,
    },
    {
      when: 'part of the policies or rules unread: which comes first is not known',
      with: old,
      facts: {
        ...facts(),
        policies: new Listing<InForce<SafeLinksPolicy>>(
          [put(policy(), undefined, false)],
          [refused('x', 'Exchange.ManageAsApp')],
        ),
      },
      then: 'not-assessed',
    },
    {
      when: 'no Defender for Office 365',
      with: old,
      facts: { ...facts(put(policy(off))), products: new Listing([withoutDefender]) },
      then: 'not-applicable',
      says: /Defender for Office 365/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a result is named by the GUID of its policy, and the evidence shows what decided', () => {
  const [one] = judgements(check, { when: '', facts: facts(put(policy())), with: old, then: 'pass' });
  expect(one?.id).toBe('guid-Built-In Protection Policy');
  expect(one?.evidence[0]?.fields).toEqual({
    policy: 'Built-In Protection Policy',
    inForceBy: 'default',
    EnableSafeLinksForOffice: true,
  });
});
test('Secure Score is asked where Exchange cannot be', () => expect(check.otherwise).toHaveLength(1));
