import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { JudgedPolicy } from '../../facts/graph/judged-policies.ts';
import { coverCases } from '../../testing/cover.ts';
import { policy } from '../../testing/policy.ts';
import { read, refused } from '../../testing/readings.ts';
import check from './mfa-required-for-administrators.ts';

const [GLOBAL = '', SECURITY = '', ...OTHERS] = check.options.roles;
const off = read({ enabled: false });
const facts = (...policies: readonly JudgedPolicy[]) => ({ policies: new Listing(policies), securityDefaults: off });
const forRoles = (includeRoles: readonly string[], over: Parameters<typeof policy>[0] = {}) =>
  policy({ ...over, users: { include: [], includeRoles, ...over?.users } });
const two = { roles: [GLOBAL, SECURITY] };

test('fifteen roles are asked for', () => expect(check.options.roles).toHaveLength(15));

test.each(
  cases(check, [
    ...coverCases(policy).map(({ policies, ...c }) => ({ ...c, facts: { policies, securityDefaults: off } })),
    { when: 'a policy for all the roles', facts: facts(forRoles([GLOBAL, SECURITY])), with: two, then: 'pass' },
    { when: 'a policy for more roles', facts: facts(forRoles([...OTHERS, GLOBAL, SECURITY])), with: two, then: 'pass' },
    {
      when: 'two policies that share the roles',
      facts: facts(forRoles([GLOBAL]), forRoles([SECURITY], { id: 'p2' })),
      with: two,
      then: 'pass',
    },
    {
      when: 'a role that no policy is for',
      facts: facts(forRoles([GLOBAL])),
      with: two,
      then: 'fail',
      says: /not for the role Security Administrator/,
    },
    {
      when: 'a whole required role left out',
      facts: facts(policy({ users: { excludeRoles: [GLOBAL] } })),
      with: two,
      then: 'fail',
      says: /leaves out the roles/,
    },
    {
      when: 'one of two policies only reports',
      facts: facts(forRoles([GLOBAL]), forRoles([SECURITY], { id: 'p2', state: 'report-only' })),
      with: two,
      then: 'fail',
      says: /only reports/,
    },
    { when: 'roles of the tenant’s own', facts: facts(forRoles(['custom'])), with: two, then: 'fail' },
    {
      when: 'unread exclusions for one role',
      facts: facts(
        forRoles([GLOBAL]),
        forRoles([SECURITY], { id: 'p2', unread: refused('graph/excluded-group-members') }),
      ),
      with: two,
      then: 'not-assessed',
    },
    {
      when: 'security defaults',
      facts: { ...facts(), securityDefaults: read({ enabled: true }) },
      with: { securityDefaultsPass: true },
      then: 'pass',
      says: /cannot be used beside them/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('roles that every policy misses alike are told once', () =>
  expect(judgements(check, { when: '', facts: facts(), then: 'fail' })).toHaveLength(1));
