import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements, NOW } from '@cis-scan/engine/testing';
import { read, unread } from '../../testing/readings.ts';
import check from './spoofed-domains-reviewed.ts';

const daysAgo = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const sender = (spoofed: string, action: string, messages = 1, lastSeen: string | null = null) => ({
  spoofed,
  sentFrom: 'mail.bulk.example',
  messages,
  lastSeen,
  action,
});
const facts = (...some: readonly ReturnType<typeof sender>[]) => ({ senders: read(new Listing(some)) });

test.each(
  cases(check, [
    { when: 'some', facts: facts(sender('a.example', 'Block')), then: 'manual', says: /1 spoofed senders/ },
    { when: 'seen long ago', facts: facts(sender('a.example', 'Block', 1, daysAgo(8))), then: 'not-applicable' },
    { when: 'none', facts: facts(), then: 'not-applicable' },
    {
      when: 'refused',
      facts: { senders: unread('x', 'Exchange.ManageAsApp') },
      then: 'manual',
      says: /Exchange.ManageAsApp/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('what was let in comes first, and of that what came most', () => {
  const some = [
    sender('b', 'Block', 99),
    sender('few', 'Allow', 1),
    sender('many', 'allow', 5),
    sender('a', 'Block', 99),
  ];
  const shown = judgements(check, { when: '', facts: facts(...some), then: 'manual' })[0]?.evidence[0]?.fields['shown'];
  expect((shown as readonly { spoofed: string }[]).map((one) => one.spoofed)).toEqual(['many', 'few', 'a', 'b']);
});
