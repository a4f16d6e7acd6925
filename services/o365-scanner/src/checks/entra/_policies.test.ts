import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Listing } from '@cis-scan/engine';
import { judge } from '@cis-scan/engine/testing';
import type { JudgedPolicy } from '../../facts/graph/judged-policies.ts';
import { policy } from '../../testing/policy.ts';
import { bought } from '../../testing/products.ts';
import { read, refused } from '../../testing/readings.ts';
import identityProtection from './identity-protection-enabled.ts';
import legacy from './legacy-authentication-blocked.ts';
import administrators from './mfa-required-for-administrators.ts';
import everyone from './mfa-required-for-all-users.ts';
import signInRisk from './sign-in-risk-challenged.ts';
import userRisk from './user-risk-challenged.ts';

/** Every control that Conditional Access answers, as one function from policies to a verdict. */
const products = bought('AAD_PREMIUM_P2');
const securityDefaults = read({ enabled: false });
const when = '';
const then = 'pass';
type Verdict = ReturnType<typeof judge>;
const CONTROLS: Readonly<Record<string, (policies: Listing<JudgedPolicy>) => Verdict>> = {
  administrators: (policies) => judge(administrators, { when, then, facts: { policies, securityDefaults } }),
  everyone: (policies) => judge(everyone, { when, then, facts: { policies, securityDefaults } }),
  legacy: (policies) => judge(legacy, { when, then, facts: { policies, securityDefaults } }),
  'sign-in risk': (policies) =>
    judge(signInRisk, { when, then, facts: { policies, products }, with: { everyTime: false } }),
  'user risk': (policies) => judge(userRisk, { when, then, facts: { policies, products }, with: { everyTime: false } }),
  'identity protection': (policies) => judge(identityProtection, { when, then, facts: { policies, products } }),
};

const some = <T>(...values: readonly T[]) => fc.subarray([...values]);
const often = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...others) });
const GLOBAL = administrators.options.roles[0] ?? '';

/** Policies of which many come near to doing what a control asks. */
const anyPolicy = (id: string): fc.Arbitrary<JudgedPolicy> =>
  fc
    .record({
      state: often<JudgedPolicy['state']>('enabled', 'report-only', 'disabled'),
      include: often<readonly string[]>(['All'], ['u'], []),
      includeRoles: often<readonly string[]>(administrators.options.roles, [GLOBAL], []),
      excludeRoles: often<readonly string[]>([], [GLOBAL]),
      excludesGuests: often(false, true),
      apps: often<readonly string[]>(['All'], ['Office365']),
      excluded: often<readonly string[]>([], ['a'], ['a', 'b'], ['a', 'b', 'c']),
      clientApps: often<readonly string[]>(['all'], ['other', 'exchangeActiveSync'], ['other']),
      signInRisk: often<readonly string[]>(['high', 'medium'], [], ['high']),
      userRisk: often<readonly string[]>(['high'], []),
      narrowedBy: some<JudgedPolicy['narrowedBy'][number]>(
        'sign-in risk',
        'user risk',
        'client app types',
        'platforms',
      ),
      operator: fc.constantFrom<'AND' | 'OR'>('AND', 'OR'),
      controls: fc.constantFrom<readonly string[]>(
        ['mfa'],
        ['block'],
        ['mfa', 'passwordChange'],
        ['mfa', 'compliantDevice'],
      ),
      unread: often(false, true),
    })
    .map((p) =>
      policy({
        id,
        state: p.state,
        users: {
          include: p.include,
          includeRoles: p.includeRoles,
          excludeRoles: p.excludeRoles,
          excludesGuests: p.excludesGuests,
        },
        apps: { include: p.apps },
        excluded: p.excluded,
        clientApps: p.clientApps,
        signInRisk: p.signInRisk,
        userRisk: p.userRisk,
        narrowedBy: p.narrowedBy,
        grant: { operator: p.operator, controls: p.controls, strength: null, others: 0 },
        unread: p.unread ? refused('graph/excluded-group-members') : null,
      }),
    );
const policies = fc.tuple(anyPolicy('p0'), anyPolicy('p1'), anyPolicy('p2'));

/** How good a verdict is. */
const rank = (verdict: Verdict): number => ['fail', 'not-assessed', 'pass'].indexOf(verdict);

const WORSE: Readonly<Record<string, (p: JudgedPolicy) => JudgedPolicy>> = {
  'switched off': (p) => ({ ...p, state: 'disabled' }),
  'only reporting': (p) => ({ ...p, state: 'report-only' }),
  'with an account left out': (p) => ({ ...p, excluded: [...p.excluded, 'x'] }),
  'with three accounts left out': (p) => ({ ...p, excluded: ['x', 'y', 'z'] }),
  'with a role left out': (p) => ({ ...p, users: { ...p.users, excludeRoles: [...p.users.excludeRoles, 'r'] } }),
  'with guests left out': (p) => ({ ...p, users: { ...p.users, excludesGuests: true } }),
  'with a resource left out': (p) => ({ ...p, apps: { ...p.apps, exclude: ['x'] } }),
  'narrowed by a location': (p) => ({ ...p, narrowedBy: [...p.narrowedBy, 'locations'] }),
};

describe.each(Object.entries(CONTROLS))('%s', (_, verdict) => {
  test.each(Object.entries(WORSE))('a policy %s never makes it better', (_how, worsen) =>
    fc.assert(
      fc.property(policies, ([first, ...rest]) => {
        const before = verdict(new Listing([first, ...rest]));
        expect(rank(verdict(new Listing([worsen(first), ...rest])))).toBeLessThanOrEqual(rank(before));
      }),
    ),
  );
  test('one more policy never makes it worse', () =>
    fc.assert(
      fc.property(policies, ([first, ...rest]) => {
        const before = verdict(new Listing(rest));
        expect(rank(verdict(new Listing([first, ...rest])))).toBeGreaterThanOrEqual(rank(before));
      }),
    ));
  test('policies that could not be read only take it to not assessed', () =>
    fc.assert(
      fc.property(policies, ([first, ...rest]) => {
        const before = verdict(new Listing([first, ...rest]));
        expect([before, 'not-assessed']).toContain(verdict(new Listing(rest, [refused('graph/policies')])));
      }),
    ));
  test('some policies pass it and some fail', () => {
    const seen = new Set(fc.sample(policies, { numRuns: 2000, seed: 7 }).map((all) => verdict(new Listing(all))));
    expect([...seen].sort()).toEqual(['fail', 'not-assessed', 'pass']);
  });
});
