import { describe, expect, test } from '@jest/globals';
import { policy } from '../testing/policy.ts';
import { blocks, demandsMfa, excludedAccounts, scopeLacks, type Grant } from './conditional-access.ts';

const grant = (over: Partial<Grant> = {}): Grant => ({
  operator: 'OR',
  controls: ['mfa'],
  strength: null,
  others: 0,
  ...over,
});
const strength = (...satisfies: string[]) => ({ id: 's', satisfies });

describe('whether there is a way in without MFA', () => {
  test.each([
    ['the built-in control', grant(), true],
    ['an authentication strength', grant({ controls: [], strength: strength('mfa') }), true],
    ['a strength that asks for no second factor', grant({ controls: [], strength: strength('none') }), false],
    ['or a compliant device', grant({ controls: ['mfa', 'compliantDevice'] }), false],
    ['and a compliant device', grant({ controls: ['mfa', 'compliantDevice'], operator: 'AND' }), true],
    ['or terms of use', grant({ others: 1 }), false],
    ['a compliant device alone', grant({ controls: ['compliantDevice'] }), false],
    ['terms of use alone', grant({ controls: [], others: 1 }), false],
    ['no grant controls', null, false],
  ] as const)('%s', (_, some, demands) => expect(demandsMfa(some)).toBe(demands));
  test('the built-in control and its strength come to the same', () =>
    expect(demandsMfa(grant({ controls: [], strength: strength('mfa') }))).toBe(demandsMfa(grant())));
});

test('blocking', () => {
  expect(blocks(grant({ controls: ['block'] }))).toBe(true);
  expect(blocks(grant())).toBe(false);
  expect(blocks(null)).toBe(false);
});

describe('scope', () => {
  const all = { allowedExcludedApps: [] };
  test('a policy for everything lacks nothing', () => expect(scopeLacks(policy(), all)).toEqual([]));
  test.each([
    [policy({ state: 'report-only' }), /only reports/],
    [policy({ state: 'disabled' }), /disabled/],
    [policy({ apps: { include: ['Office365'] } }), /not for all resources/],
    [policy({ apps: { exclude: ['a'] } }), /leaves out the resources a/],
    [policy({ apps: { filtered: true } }), /filter/],
    [policy({ narrowedBy: ['platforms', 'user risk'] }), /narrowed by platforms, user risk/],
  ])('%#', (some, lack) => expect(scopeLacks(some, all).join()).toMatch(lack));
  test('a condition that the control is about narrows nothing', () =>
    expect(scopeLacks(policy({ narrowedBy: ['user risk'] }), { ...all, conditions: ['user risk'] })).toEqual([]));
});

test('accounts left out count once, however they are left out', () =>
  expect([
    ...excludedAccounts(policy({ users: { exclude: ['a', 'GuestsOrExternalUsers'] } }), [['a', 'b'], ['b']]),
  ]).toEqual(['a', 'b']));
