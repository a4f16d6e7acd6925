import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { JudgedPolicy } from '../../facts/graph/judged-policies.ts';
import { policy } from '../../testing/policy.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './legacy-authentication-blocked.ts';

const block = { operator: 'OR', controls: ['block'], strength: null, others: 0 } as const;
const legacy = (over: Parameters<typeof policy>[0] = {}): JudgedPolicy =>
  policy({ clientApps: ['exchangeActiveSync', 'other'], narrowedBy: ['client app types'], grant: block, ...over });
const facts = (...policies: readonly JudgedPolicy[]) => ({
  policies: new Listing(policies),
  securityDefaults: read({ enabled: false }),
});
const gap = refused('graph/excluded-group-members', 'Directory.Read.All');

test.each(
  cases(check, [
    { when: 'one policy for both', facts: facts(legacy()), then: 'pass', says: /nobody is left out/ },
    {
      when: 'two policies, one per client app type',
      facts: facts(legacy({ clientApps: ['exchangeActiveSync'] }), legacy({ id: 'p2', clientApps: ['other'] })),
      then: 'pass',
    },
    {
      when: 'only one of the two types',
      facts: facts(legacy({ clientApps: ['other'] })),
      then: 'fail',
      says: /blocks Exchange ActiveSync/,
    },
    {
      when: 'a policy that blocks every client',
      facts: facts(legacy({ clientApps: ['all'], narrowedBy: [] })),
      then: 'pass',
    },
    {
      when: 'report-only',
      facts: facts(legacy({ state: 'report-only' })),
      then: 'fail',
      says: /nearest is "CA01": it only reports/,
    },
    { when: 'disabled', facts: facts(legacy({ state: 'disabled' })), then: 'fail', says: /it is disabled/ },
    { when: 'no policy (also without P1)', facts: facts(), then: 'fail', says: /0 policies were read/ },
    {
      when: 'it asks for MFA instead of blocking',
      facts: facts(legacy({ grant: { ...block, controls: ['mfa'] } })),
      then: 'fail',
    },
    { when: 'no grant controls at all', facts: facts(legacy({ grant: null })), then: 'fail' },
    { when: 'not for all users', facts: facts(legacy({ users: { include: ['u'] } })), then: 'fail' },
    { when: 'not for all resources', facts: facts(legacy({ apps: { include: ['Office365'] } })), then: 'fail' },
    { when: 'a resource left out', facts: facts(legacy({ apps: { exclude: ['x'] } })), then: 'fail' },
    {
      when: 'a resource left out that may be',
      facts: facts(legacy({ apps: { exclude: ['x'] } })),
      with: { allowedExcludedApps: ['x'] },
      then: 'pass',
    },
    {
      when: 'narrowed by locations',
      facts: facts(legacy({ narrowedBy: ['client app types', 'locations'] })),
      then: 'fail',
      says: /narrowed by locations/,
    },
    { when: 'two accounts left out', facts: facts(legacy({ excluded: ['a', 'b'] })), then: 'pass', says: /a, b/ },
    { when: 'three accounts left out', facts: facts(legacy({ excluded: ['a', 'b', 'c'] })), then: 'fail' },
    { when: 'a role left out', facts: facts(legacy({ users: { excludeRoles: ['r'] } })), then: 'fail' },
    { when: 'guests left out', facts: facts(legacy({ users: { excludesGuests: true } })), then: 'fail' },
    {
      when: 'a group left out whose members cannot be read',
      facts: facts(legacy({ unread: gap })),
      then: 'not-assessed',
    },
    {
      when: 'too many left out, whatever is in the unread group',
      facts: facts(legacy({ unread: gap, excluded: ['a', 'b', 'c'] })),
      then: 'fail',
    },
    {
      when: 'another policy does it where one is unread',
      facts: facts(legacy({ unread: gap }), legacy({ id: 'p2' })),
      then: 'pass',
    },
    {
      when: 'security defaults',
      facts: { ...facts(), securityDefaults: read({ enabled: true }) },
      then: 'pass',
      says: /security defaults are in force/,
    },
    {
      when: 'security defaults where they do not count',
      facts: { ...facts(), securityDefaults: read({ enabled: true }) },
      with: { securityDefaultsPass: false },
      then: 'fail',
    },
    {
      when: 'security defaults unread, and no policy',
      facts: { ...facts(), securityDefaults: unread('graph/security-defaults', 'Policy.Read.All') },
      then: 'not-assessed',
    },
    {
      when: 'security defaults unread, and a policy does it',
      facts: { ...facts(legacy()), securityDefaults: unread('graph/security-defaults', 'Policy.Read.All') },
      then: 'pass',
    },
    {
      when: 'the list of policies broke off, none of those read does it',
      facts: { ...facts(), policies: new Listing<JudgedPolicy>([], [gap]) },
      then: 'not-assessed',
    },
    {
      when: 'the list of policies broke off, one of those read does it',
      facts: { ...facts(), policies: new Listing<JudgedPolicy>([legacy()], [gap]) },
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
