import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements, NOW } from '@cis-scan/engine/testing';
import { read, unread } from '../../testing/readings.ts';
import check from './restricted-users-reviewed.ts';

const daysAgo = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const sender = (user: string, since: string | null) => ({ user, since, reason: 'OutboundSpamLast24Hours=121' });
const facts = (...some: readonly ReturnType<typeof sender>[]) => ({ senders: read(new Listing(some)) });
const suggested = (f: ReturnType<typeof facts>, days = 7) =>
  judgements(check, { when: '', facts: f, with: { windowDays: days }, then: 'manual' })[0]?.suggested;

test.each(
  cases(check, [
    { when: 'since yesterday', facts: facts(sender('ulf', daysAgo(1))), then: 'manual' },
    {
      when: 'for longer than a week',
      facts: facts(sender('ulf', daysAgo(8))),
      then: 'manual',
      says: /1 of them for more than 7 days/,
    },
    { when: 'nobody', facts: facts(), then: 'not-applicable', says: /no user is restricted/ },
    {
      when: 'refused',
      facts: { senders: unread('x', 'Exchange.ManageAsApp') },
      then: 'manual',
      says: /Exchange.ManageAsApp/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  ['one for longer than a week', facts(sender('a', daysAgo(1)), sender('b', daysAgo(8))), 7, 'fail'],
  ['a week to the day', facts(sender('a', daysAgo(7))), 7, null],
  ['since when was not told', facts(sender('a', null)), 7, null],
  ['a shorter window', facts(sender('a', daysAgo(3))), 2, 'fail'],
])('%s suggests %s', (_, f, days, suggestion) => expect(suggested(f, days)).toBe(suggestion));

test('who has waited longest comes first', () => {
  const f = facts(sender('new', daysAgo(1)), sender('old', daysAgo(9)));
  const shown = judgements(check, { when: '', facts: f, then: 'manual' })[0]?.evidence[0]?.fields['shown'];
  expect((shown as readonly { user: string }[]).map((one) => one.user)).toEqual(['old', 'new']);
});
