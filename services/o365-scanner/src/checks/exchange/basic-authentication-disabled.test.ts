import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { ExchangeUser } from '../../facts/exchange/users.ts';
import type { AuthenticationPolicy } from '../../semantics/authentication-policy.ts';
import { organization } from '../../testing/exchange.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './basic-authentication-disabled.ts';

const policy = (name: string, ...allows: readonly string[]): AuthenticationPolicy => ({
  id: `guid-${name}`,
  names: [name],
  allows,
});
const block = policy('Block basic');
const weak = policy('Scanners', 'Smtp');
const user = (id: string, authenticationPolicy: string | null = null): ExchangeUser => ({
  id,
  name: id,
  authenticationPolicy,
});
const facts = (name: string | null, policies: readonly AuthenticationPolicy[], ...users: readonly ExchangeUser[]) => ({
  config: organization({ defaultAuthenticationPolicy: name }),
  policies: new Listing(policies),
  users: read(new Listing(users)),
  transport: read({ smtpAuthenticationDisabled: true }),
});
const closed = unread('exchange/users', 'Exchange.ManageAsApp');
const broken = read(new Listing<ExchangeUser>([user('ada')], [refused('exchange/users')]));

test.each(
  cases(check, [
    {
      when: 'a default policy that blocks',
      facts: facts('Block basic', [block], user('ada')),
      then: 'pass',
      says: /"Block basic" takes no bare/,
    },
    { when: 'named in other letters', facts: facts('BLOCK basic', [block]), then: 'pass' },
    { when: 'no default policy', facts: facts(null, [block]), then: 'fail', says: /no default authentication policy/ },
    {
      when: 'a default policy that allows one protocol',
      facts: facts('Scanners', [weak]),
      then: 'fail',
      says: /bare passwords for Smtp/,
    },
    {
      when: 'the default policy was not answered',
      facts: facts('Gone', [block]),
      then: 'not-assessed',
      says: /"Gone" is not among/,
    },
    {
      when: 'a user with a weaker one',
      facts: facts('Block basic', [block, weak], user('ada'), user('scan', 'Scanners')),
      then: 'fail',
      says: /scan has a policy/,
    },
    {
      when: 'a user with an equal one',
      facts: facts('Block basic', [block], user('ada', 'CN=Block basic,CN=x')),
      then: 'pass',
    },
    { when: 'a weaker one that nobody has', facts: facts('Block basic', [block, weak], user('ada')), then: 'pass' },
    {
      when: 'a user with one that was not answered',
      facts: facts('Block basic', [block], user('ada', 'Gone')),
      then: 'not-assessed',
    },
    { when: 'users refused', facts: { ...facts('Block basic', [block]), users: closed }, then: 'not-assessed' },
    { when: 'users refused, no default policy', facts: { ...facts(null, [block]), users: closed }, then: 'fail' },
    { when: 'users broke off', facts: { ...facts('Block basic', [block]), users: broken }, then: 'not-assessed' },
    {
      when: 'policies broke off',
      facts: {
        ...facts('Block basic', []),
        policies: new Listing<AuthenticationPolicy>([block], [refused('exchange/authentication-policies')]),
      },
      then: 'not-assessed',
    },
    {
      when: 'SMTP out of sight, which is only shown',
      facts: {
        ...facts('Block basic', [block]),
        transport: unread('exchange/transport-config', 'Exchange.ManageAsApp'),
      },
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a weaker policy is a result about its user, and SMTP is shown with the default one', () => {
  const c = { when: '', facts: facts('Block basic', [block, weak], user('scan', 'Scanners')), then: 'fail' } as const;
  const [whole, one] = judgements(check, c);
  expect(whole?.evidence.map((e) => e.fact.name)).toContain('exchange/transport-config');
  expect(one?.id).toBe('scan');
});
