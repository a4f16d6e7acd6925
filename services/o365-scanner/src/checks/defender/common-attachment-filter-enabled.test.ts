import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { refused } from '../../testing/readings.ts';
import check from './common-attachment-filter-enabled.ts';

const policy = (name: string, fileFilter: boolean, isDefault = name === 'Default') => ({
  id: `guid-${name}`,
  name,
  isDefault,
  fileFilter,
  fileTypes: ['exe'],
  notifiesAdministrators: false,
  administrator: null,
});
type Policy = ReturnType<typeof policy>;
const rule = (name: string, enabled = true) => ({ id: name, policy: name, enabled });
const facts = (policies: readonly Policy[], ...rules: readonly ReturnType<typeof rule>[]) => ({
  policies: new Listing(policies),
  rules: new Listing(rules),
});

test.each(
  cases(check, [
    { when: 'the default policy filters', facts: facts([policy('Default', true)]), then: 'pass' },
    { when: 'it does not', facts: facts([policy('Default', false)]), then: 'fail', says: /"Default" lets every type/ },
    {
      when: 'a custom one in force does not',
      facts: facts([policy('Default', true), policy('Sales', false)], rule('Sales')),
      then: 'fail',
    },
    {
      when: 'a custom one whose rule is off does not',
      facts: facts([policy('Default', true), policy('Sales', false)], rule('Sales', false)),
      then: 'pass',
    },
    {
      when: 'a custom one without a rule does not',
      facts: facts([policy('Default', true), policy('Sales', false)]),
      then: 'pass',
    },
    { when: 'nothing was answered', facts: facts([]), then: 'not-assessed' },
    {
      when: 'the list broke off',
      facts: {
        ...facts([]),
        policies: new Listing<Policy>([policy('Default', true)], [refused('exchange/malware-filter-policies')]),
      },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a result is named by the GUID of its policy', () =>
  expect(judgements(check, { when: '', facts: facts([policy('Default', true)]), then: 'pass' })[0]?.id).toBe(
    'guid-Default',
  ));
test('Secure Score is asked where Exchange cannot be', () => expect(check.otherwise).toHaveLength(1));
