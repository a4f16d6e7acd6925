import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { RoleHolder } from '../../facts/graph/role-holders.ts';
import { GLOBAL_ADMINISTRATOR } from '../../semantics/roles.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import { holder } from '../../testing/role-holder.ts';
import check from './global-administrators-few.ts';

type Eligible = { readonly id: string; readonly principal: string; readonly role: string };
const nobodyEligible = read(new Listing<Eligible>([]));
const facts = (...holders: readonly RoleHolder[]) => ({ holders: new Listing(holders), eligible: nobodyEligible });
const some = (count: number): readonly RoleHolder[] => Array.from({ length: count }, (_, i) => holder(`u${i}`));
const gap = refused('graph/role-group-members', 'Directory.Read.All');
const closed = holder('g', { kind: 'group', unread: gap });
const brokenOff = (...holders: readonly RoleHolder[]) => ({ ...facts(), holders: new Listing(holders, [gap]) });
const off = { enabled: false };
const untold = { enabled: null };
const enabledOnly = { countDisabled: false };

test.each(
  cases(check, [
    { when: 'none', facts: facts(), then: 'fail', says: /^0 users/ },
    { when: 'one', facts: facts(...some(1)), then: 'fail' },
    { when: 'two', facts: facts(...some(2)), then: 'pass' },
    { when: 'four', facts: facts(...some(4)), then: 'pass' },
    { when: 'five', facts: facts(...some(5)), then: 'fail', says: /2 to 4 are wanted/ },
    { when: 'other bounds', facts: facts(...some(5)), with: { maxAdministrators: 8 }, then: 'pass' },
    { when: 'others hold another role', facts: facts(...some(2), holder('x', { role: 'r' })), then: 'pass' },
    {
      when: 'the same user twice',
      facts: facts(holder('a'), holder('a', { via: 'g' })),
      then: 'fail',
      says: /^1 users/,
    },
    {
      when: 'members of a group',
      facts: facts(holder('g', { kind: 'group' }), holder('a', { via: 'g' }), holder('b', { via: 'g' })),
      then: 'pass',
      says: /^2 users/,
    },
    {
      when: 'an app beside one user',
      facts: facts(holder('a'), holder('s', { kind: 'servicePrincipal' })),
      then: 'fail',
      says: /1 apps hold it/,
    },
    { when: 'a disabled one counts', facts: facts(holder('a'), holder('b', off)), then: 'pass', says: /1 disabled/ },
    {
      when: 'a disabled one does not count',
      facts: facts(holder('a'), holder('b', off)),
      with: enabledOnly,
      then: 'fail',
    },
    {
      when: 'untold where it decides',
      facts: facts(holder('a'), holder('b', untold)),
      with: enabledOnly,
      then: 'not-assessed',
    },
    {
      when: 'untold where it does not',
      facts: facts(...some(2), holder('x', untold)),
      with: enabledOnly,
      then: 'pass',
    },
    { when: 'a group unread', facts: facts(...some(3), closed), then: 'not-assessed' },
    { when: 'a group unread beside too many', facts: facts(...some(5), closed), then: 'fail' },
    {
      when: 'a group of another role unread',
      facts: facts(...some(3), holder('g', { role: 'r', kind: 'group', unread: gap })),
      then: 'pass',
    },
    {
      when: 'a holder that is not shown',
      facts: facts(...some(2), holder('x', { kind: 'unknown' })),
      then: 'not-assessed',
    },
    { when: 'the list broke off', facts: brokenOff(...some(2)), then: 'not-assessed' },
    { when: 'the list broke off after too many', facts: brokenOff(...some(5)), then: 'fail' },
    {
      when: 'eligible ones are shown, not counted',
      facts: {
        ...facts(...some(2)),
        eligible: read(new Listing([{ id: 'e', principal: 'x', role: GLOBAL_ADMINISTRATOR }])),
      },
      then: 'pass',
      says: /1 more may activate the role/,
    },
    {
      when: 'eligible ones unread',
      facts: {
        ...facts(...some(2)),
        eligible: unread('graph/role-eligibilities', 'RoleEligibilitySchedule.Read.Directory'),
      },
      then: 'pass',
      says: /who may activate the role could not be read/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where the roles cannot be read', () => expect(check.otherwise).toHaveLength(1));
