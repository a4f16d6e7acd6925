import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { SafeAttachmentPolicy } from '../../facts/exchange/safe-attachment-policies.ts';
import type { InForce } from '../../facts/exchange/precedence.ts';
import { byRule, put, withDefender, withoutDefender } from '../../testing/in-force.ts';
import { refused } from '../../testing/readings.ts';
import check from './safe-attachments-for-mail-enabled.ts';

const policy = (over: Partial<SafeAttachmentPolicy> = {}): SafeAttachmentPolicy => ({
  id: 'guid',
  name: 'Built-In Protection Policy',
  isDefault: true,
  isPreset: false,
  enabled: true,
  action: 'Block',
  quarantineTag: 'AdminOnlyAccessPolicy',
  ...over,
});
const facts = (...policies: readonly InForce<SafeAttachmentPolicy>[]) => ({
  policies: new Listing(policies),
  products: new Listing([withDefender]),
});
const old = { acceptedActions: [], acceptedQuarantineTags: [] };

test.each(
  cases(check, [
    { when: 'one is on', with: old, facts: facts(put(policy())), then: 'pass', says: /on with the action Block/ },
    {
      when: 'on with any action before 2.0.0',
      with: old,
      facts: facts(put(policy({ action: 'DynamicDelivery' }))),
      then: 'pass',
    },
    {
      when: 'on, no action told, none asked for',
      with: old,
      facts: facts(put(policy({ action: null }))),
      then: 'pass',
    },
    { when: 'off', with: old, facts: facts(put(policy({ enabled: false }))), then: 'fail', says: /is off/ },
    {
      when: 'the first is off, another on',
      with: old,
      facts: facts(put(policy({ enabled: false }), byRule), put(policy(), undefined, false)),
      then: 'pass',
    },
    { when: 'none in force', with: old, facts: facts(), then: 'fail', says: /no Safe Attachments policy is in force/ },
    { when: 'newest: as wanted', facts: facts(put(policy())), then: 'pass' },
    {
      when: 'newest: another action',
      facts: facts(put(policy({ action: 'Allow' }))),
      then: 'fail',
      says: /Action is Allow, Block/,
    },
    {
      when: 'newest: another quarantine',
      facts: facts(put(policy({ quarantineTag: 'DefaultFullAccessPolicy' }))),
      then: 'fail',
    },
    { when: 'newest: quarantine not told', facts: facts(put(policy({ quarantineTag: null }))), then: 'not-assessed' },
    {
      when: 'newest: quarantine not told, action wrong',
      facts: facts(put(policy({ quarantineTag: null, action: 'Allow' }))),
      then: 'fail',
    },
    {
      when: 'several actions accepted',
      with: { acceptedActions: ['Block', 'DynamicDelivery'] },
      facts: facts(put(policy({ action: 'DynamicDelivery' }))),
      then: 'pass',
    },
    {
      when: 'off, others unread',
      with: old,
      facts: {
        ...facts(),
        policies: new Listing<InForce<SafeAttachmentPolicy>>([put(policy({ enabled: false }))], [refused('x')]),
      },
      then: 'not-assessed',
    },
    {
      when: 'no Defender for Office 365',
      with: old,
      facts: { ...facts(put(policy({ enabled: false }))), products: new Listing([withoutDefender]) },
      then: 'not-applicable',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where Exchange cannot be', () => expect(check.otherwise).toHaveLength(1));
