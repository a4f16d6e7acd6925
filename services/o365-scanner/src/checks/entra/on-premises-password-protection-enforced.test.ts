import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { GroupSetting } from '../../facts/graph/group-settings.ts';
import { bought } from '../../testing/products.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './on-premises-password-protection-enforced.ts';

const rules = (values: Readonly<Record<string, string>>): GroupSetting => ({
  id: 's',
  template: '5cf42378-d67d-4f36-ba46-e8b86229381d',
  values: new Map(Object.entries(values)),
});
const checking = (checked: string, mode: string) =>
  rules({ EnableBannedPasswordCheckOnPremises: checked, BannedPasswordCheckOnPremisesMode: mode });
const other: GroupSetting = { id: 'g', template: '62375ab9-6b52-47ed-826b-58e47e0e304b', values: new Map() };
const products = bought('AAD_PREMIUM');
const facts = (...settings: readonly GroupSetting[]) => ({
  organization: { synchronized: true },
  settings: read(new Listing(settings)),
  products,
});
const closed = { settings: unread('graph/group-settings', 'Directory.Read.All') };
const cloudOnly = { organization: { synchronized: false } };

test.each(
  cases(check, [
    { when: 'enforced', facts: facts(other, checking('True', 'Enforce')), then: 'pass', says: /agent is not visible/ },
    { when: 'enforced, as the portal spells it', facts: facts(checking('true', 'Enforced')), then: 'pass' },
    { when: 'audited only', facts: facts(checking('True', 'Audit')), then: 'fail', says: /mode "Audit"/ },
    { when: 'not checked', facts: facts(checking('False', 'Enforce')), then: 'fail', says: /not checked/ },
    { when: 'never changed', facts: facts(other), then: 'fail', says: /mode Audit/ },
    { when: 'mode untold', facts: facts(rules({ EnableBannedPasswordCheckOnPremises: 'True' })), then: 'not-assessed' },
    {
      when: 'switch untold',
      facts: facts(rules({ BannedPasswordCheckOnPremisesMode: 'Enforce' })),
      then: 'not-assessed',
    },
    {
      when: 'cloud only',
      facts: { ...facts(), ...cloudOnly },
      then: 'not-applicable',
      says: /no directory on premises/,
    },
    { when: 'cloud only, settings unread', facts: { ...facts(), ...cloudOnly, ...closed }, then: 'not-applicable' },
    { when: 'settings unread', facts: { ...facts(), ...closed }, then: 'not-assessed' },
    {
      when: 'settings broke off',
      facts: { ...facts(), settings: read(new Listing<GroupSetting>([other], [refused('graph/group-settings')])) },
      then: 'not-assessed',
    },
    { when: 'no P1', facts: { ...facts(), products: bought() }, then: 'not-applicable', says: /Entra ID P1/ },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where the settings cannot be read', () => expect(check.otherwise).toHaveLength(1));
