import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './guests-reviewed.ts';

const guest = (id: string, created = '2025-01-01T00:00:00.000Z') => ({
  id,
  name: id,
  enabled: true,
  created,
  invitation: 'Accepted',
});
type Guest = ReturnType<typeof guest>;
const noSignIns = unread('graph/guest-sign-ins', 'AuditLog.Read.All');
const facts = (...guests: readonly Guest[]) => ({ guests: read(new Listing(guests)), signIns: noSignIns });
const signIns = read(
  new Listing([
    { id: 'a', lastSignIn: '2025-12-01T00:00:00.000Z' },
    { id: 'b', lastSignIn: null },
  ]),
);

test.each(
  cases(check, [
    {
      when: 'guests',
      facts: facts(guest('a'), guest('b')),
      then: 'manual',
      says: /2 guest accounts; review them at least every 14 days/,
    },
    { when: 'no guests', facts: facts(), then: 'not-applicable' },
    {
      when: 'the list refused',
      facts: { guests: unread('graph/guests', 'User.Read.All'), signIns: noSignIns },
      then: 'manual',
      says: /User.Read.All/,
    },
    {
      when: 'the list broke off',
      facts: { guests: read(new Listing<Guest>([guest('a')], [refused('graph/guests')])), signIns },
      then: 'manual',
      says: /1 guest accounts[^]*evidence is missing/,
    },
    {
      when: 'nothing of the list',
      facts: { guests: read(new Listing<Guest>([], [refused('graph/guests')])), signIns },
      then: 'manual',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

const shown = (c: Parameters<typeof judgements<typeof check.needs, typeof check.options>>[1]) =>
  judgements(check, c)[0]?.evidence[0]?.fields['shown'] as readonly { name: string; lastSignIn?: string }[];

test('who never signed in comes first, then who was last here longest ago', () => {
  const list = shown({ when: '', facts: { ...facts(guest('a'), guest('b')), signIns }, then: 'manual' });
  expect(list.map((g) => [g.name, g.lastSignIn])).toEqual([
    ['b', 'never'],
    ['a', '2025-12-01T00:00:00.000Z'],
  ]);
});
test('without sign-ins the oldest account comes first, and at most fifty are shown', () => {
  const many = Array.from({ length: 60 }, (_, i) => guest(`g${i}`, new Date(2025, 0, 60 - i).toISOString()));
  const list = shown({ when: '', facts: facts(...many), then: 'manual' });
  expect(list).toHaveLength(50);
  expect(list[0]?.name).toBe('g59');
});
