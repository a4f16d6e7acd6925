import { expect, test } from '@jest/globals';
import { check as define, Listing, optional, source } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { subscribedSkus } from '../../facts/graph/subscribed-skus.ts';
import { roleHolders, type RoleHolder } from '../../facts/graph/role-holders.ts';
import { roleScheduleInstances } from '../../facts/graph/role-schedule-instances.ts';
import { GLOBAL_ADMINISTRATOR } from '../../semantics/roles.ts';
import { bought } from '../../testing/products.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import { holder } from '../../testing/role-holder.ts';
import check from './privileged-roles-just-in-time.ts';

const EXCHANGE = '29232cdf-9323-42fd-ade2-1d097af3e4de';
const SYNC = 'd29b2b05-8046-44ba-8758-1e26182fcf32';
const products = bought('AAD_PREMIUM_P2');
const gap = refused('graph/role-group-members', 'Directory.Read.All');

/** Somebody who holds a role, with what the schedule says of it. */
interface Held extends RoleHolder {
  readonly type?: 'Assigned' | 'Activated';
  readonly ends?: string;
}
const activated = { type: 'Activated', ends: '2026-01-01T08:00:00Z' } as const;
const exchange = (id: string, over: Partial<Held> = {}): Held => ({ ...holder(id), role: EXCHANGE, ...over });
const eligible = read(new Listing([{ id: 'e', principal: 'x', role: EXCHANGE }]));

const facts = (...held: readonly Held[]) => ({
  instances: new Listing(
    held
      .filter(({ via }) => via === null)
      .map(({ id, role, type = 'Assigned', ends = null }) => ({ id: `i-${id}`, principal: id, role, type, ends })),
  ),
  holders: new Listing<RoleHolder>(held),
  eligible,
  products,
});
const twoGlobal = [holder('a'), holder('b')];
const noHolders = { holders: new Listing<RoleHolder>([]) };

test.each(
  cases(check, [
    { when: 'nobody', facts: facts(), then: 'pass', says: /nobody holds a role for good$/ },
    { when: 'two global administrators', facts: facts(...twoGlobal), then: 'pass', says: /a@larkfield.example, b@/ },
    { when: 'three global administrators', facts: facts(...twoGlobal, holder('c')), then: 'fail' },
    {
      when: 'a third one who activated it',
      facts: facts(...twoGlobal, { ...holder('c'), ...activated }),
      then: 'pass',
    },
    { when: 'another role for good', facts: facts(exchange('c')), then: 'fail', says: /c@.*Exchange Administrator/ },
    { when: 'another role activated', facts: facts(exchange('c', activated)), then: 'pass' },
    { when: 'another role until a day', facts: facts(exchange('c', { ends: '2026-06-01T00:00:00Z' })), then: 'pass' },
    {
      when: 'a role that is not judged',
      facts: facts(exchange('c')),
      with: { roles: [GLOBAL_ADMINISTRATOR] },
      then: 'pass',
    },
    { when: 'the synchronisation account', facts: facts(exchange('c', { role: SYNC })), then: 'pass' },
    { when: 'an app', facts: facts(exchange('s', { kind: 'servicePrincipal' })), then: 'pass' },
    {
      when: 'by a group',
      facts: facts(exchange('g', { kind: 'group' }), exchange('c', { via: 'g' })),
      then: 'fail',
      says: /c@/,
    },
    { when: 'an empty group', facts: facts(exchange('g', { kind: 'group' })), then: 'pass' },
    { when: 'a group unread', facts: facts(exchange('g', { kind: 'group', unread: gap })), then: 'not-assessed' },
    { when: 'a principal nobody knows', facts: { ...facts(exchange('c')), ...noHolders }, then: 'not-assessed' },
    {
      when: 'emergency accounts by name',
      facts: facts(...twoGlobal),
      with: { emergencyAccounts: ['a', 'B@larkfield.example'] },
      then: 'pass',
    },
    {
      when: 'not an emergency account',
      facts: facts(...twoGlobal),
      with: { emergencyAccounts: ['a'] },
      then: 'fail',
      says: /^b@/,
    },
    {
      when: 'schedules broke off',
      facts: { ...facts(), instances: new Listing<never>([], [gap]) },
      then: 'not-assessed',
    },
    { when: 'no P2', facts: { ...facts(exchange('c')), products: bought('AAD_PREMIUM') }, then: 'not-applicable' },
    {
      when: 'no P2 where that fails',
      facts: { ...facts(), products: bought('AAD_PREMIUM') },
      with: { whenUnlicensed: 'fail' },
      then: 'fail',
      says: /no Microsoft Entra ID P2/,
    },
    {
      when: 'eligible ones unread',
      facts: { ...facts(), eligible: unread('graph/role-eligibilities', 'RoleEligibilitySchedule.Read.Directory') },
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('each user who holds too much is a resource of its own', () =>
  expect(judgements(check, { when: '', facts: facts(exchange('c')), then: 'fail' })).toMatchObject([{ id: 'c' }]));

const [second] = check.otherwise;
const schedule = optional(roleScheduleInstances);
const byAssignment = define({
  title: 't',
  why: 'w',
  fix: 'f',
  options: check.options,
  ...source<
    {
      readonly holders: typeof roleHolders;
      readonly schedule: typeof schedule;
      readonly products: typeof subscribedSkus;
    },
    typeof check.options
  >({
    needs: { holders: roleHolders, schedule, products: subscribedSkus },
    evaluate: (some, options, context) => second?.evaluate(some as never, options as never, context) ?? [],
  }),
});
const active = (...holders: readonly RoleHolder[]) => ({
  holders: new Listing(holders),
  schedule: unread('graph/role-schedule-instances', 'RoleAssignmentSchedule.Read.Directory'),
  products,
});
test('the right that would tell is named', () =>
  expect(judgements(byAssignment, { when: '', facts: active(exchange('c')), then: 'manual' })[0]?.rights).toEqual([
    'RoleAssignmentSchedule.Read.Directory',
  ]));

test.each(
  cases(byAssignment, [
    { when: 'nobody', facts: active(), then: 'pass' },
    { when: 'two global administrators', facts: active(...twoGlobal), then: 'pass' },
    { when: 'three', facts: active(...twoGlobal, holder('c')), then: 'manual', says: /only the schedules/ },
    { when: 'another role', facts: active(exchange('c')), then: 'manual' },
    { when: 'a group unread', facts: active(exchange('g', { kind: 'group', unread: gap })), then: 'not-assessed' },
    { when: 'no P2', facts: { ...active(), products: bought() }, then: 'not-applicable' },
  ]),
)('without schedules, $when: $then', (c) => expect(judge(byAssignment, c)).toBe(c.then));
