import { expect, test } from '@jest/globals';
import { check as define, Listing, optional, source } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { authorizationPolicy } from '../../facts/graph/authorization-policy.ts';
import type { B2bPolicy } from '../../facts/graph/b2b-policies.ts';
import { crossTenantDefault } from '../../facts/graph/cross-tenant-default.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './guest-invitations-limited-to-domains.ts';

const authorization = (invitationsFrom: string) => ({
  usersMayRegisterApps: false,
  consentPolicies: [],
  invitationsFrom,
  guestRoleId: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
});
const lists = (allowed: B2bPolicy['allowed'], blocked: B2bPolicy['blocked'] = null): B2bPolicy => ({
  id: 'p',
  allowed,
  blocked,
});
const facts = (...policies: readonly B2bPolicy[]) => ({
  policies: new Listing(policies),
  authorization: read(authorization('everyone')),
});
const nobody = { authorization: read(authorization('none')) };
const untold = { authorization: unread('graph/authorization-policy', 'Policy.Read.All') };
const brokenOff = { policies: new Listing<B2bPolicy>([], [refused('graph/b2b-policies')]) };

test.each(
  cases(check, [
    {
      when: 'allowed domains',
      facts: facts(lists(['b.example', 'a.example'])),
      then: 'pass',
      says: /2 domains: a.example, b.example/,
    },
    { when: 'no domain is allowed', facts: facts(lists([])), then: 'pass', says: /from no domain/ },
    { when: 'allowed domains beside an empty other list', facts: facts(lists(['a.example'], [])), then: 'pass' },
    { when: 'blocked domains', facts: facts(lists(null, ['x.example'])), then: 'fail', says: /every domain but 1/ },
    { when: 'blocked domains beside an empty other list', facts: facts(lists([], ['x.example'])), then: 'fail' },
    { when: 'both lists empty', facts: facts(lists([], [])), then: 'not-assessed' },
    { when: 'a policy without lists', facts: facts(lists(null)), then: 'fail', says: /any domain/ },
    { when: 'no policy', facts: facts(), then: 'fail' },
    {
      when: 'no policy, and nobody may invite',
      facts: { ...facts(), ...nobody },
      then: 'pass',
      says: /nobody may invite/,
    },
    { when: 'no policy, and who may invite is unread', facts: { ...facts(), ...untold }, then: 'not-assessed' },
    {
      when: 'allowed domains, and who may invite is unread',
      facts: { ...facts(lists(['a.example'])), ...untold },
      then: 'pass',
    },
    { when: 'the policies broke off', facts: { ...facts(), ...brokenOff }, then: 'not-assessed' },
    { when: 'the policies broke off, and nobody may invite', facts: { ...brokenOff, ...nobody }, then: 'pass' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

const [floor] = check.otherwise;
const needs = { authorizationPolicy, crossTenantDefault: optional(crossTenantDefault) };
const withoutList = define({
  title: 't',
  why: 'w',
  fix: 'f',
  ...source({
    needs,
    evaluate: (some, options, context) => floor?.evaluate(some as never, options as never, context) ?? [],
  }),
});
const other = read({ inboundUsers: 'blocked', inboundApps: 'blocked' });

test.each(
  cases(withoutList, [
    {
      when: 'nobody may invite',
      facts: { authorizationPolicy: authorization('none'), crossTenantDefault: other },
      then: 'pass',
    },
    {
      when: 'some may',
      facts: { authorizationPolicy: authorization('adminsAndGuestInviters'), crossTenantDefault: other },
      then: 'not-assessed',
      says: /"adminsAndGuestInviters"/,
    },
  ]),
)('without the list, $when: $then', (c) => expect(judge(withoutList, c)).toBe(c.then));

test('that other organisations are shut out by default is shown, not judged', () => {
  const c = {
    when: '',
    facts: { authorizationPolicy: authorization('everyone'), crossTenantDefault: other },
    then: 'not-assessed',
  } as const;
  expect(judgements(withoutList, c)[0]?.evidence.map((seen) => seen.fact.name)).toEqual([
    'graph/authorization-policy',
    'graph/cross-tenant-default',
  ]);
});
