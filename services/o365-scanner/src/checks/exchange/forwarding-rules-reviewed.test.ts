import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { Mailbox } from '../../facts/exchange/mailboxes.ts';
import { mailbox } from '../../testing/exchange.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './forwarding-rules-reviewed.ts';

const facts = (...list: readonly Mailbox[]) => ({ mailboxes: read(new Listing(list)) });
const outside = mailbox('ulf', { forwardingAddress: 'smtp:ulf.private@keeper.example', keepsForwarded: true });
const inside = mailbox('ada', { forwardingRecipient: 'Ulf' });

test.each(
  cases(check, [
    {
      when: 'some forward',
      facts: facts(mailbox('x'), outside, inside),
      then: 'manual',
      says: /2 mailboxes that forward all their mail; review them at least every 7 days; rules .* are not read/,
    },
    { when: 'none forwards', facts: facts(mailbox('x')), then: 'not-applicable', says: /are not read here/ },
    { when: 'no mailboxes', facts: facts(), then: 'not-applicable' },
    {
      when: 'refused',
      facts: { mailboxes: unread('exchange/mailboxes', 'Exchange.ManageAsApp') },
      then: 'manual',
      says: /Exchange.ManageAsApp/,
    },
    {
      when: 'the list broke off',
      facts: { mailboxes: read(new Listing<Mailbox>([outside], [refused('exchange/mailboxes')])) },
      then: 'manual',
      says: /1 mailboxes[^]*evidence is missing/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('who forwards to anywhere comes first, and only the domain of a private address is shown', () => {
  const [judged] = judgements(check, { when: '', facts: facts(inside, outside), then: 'manual' });
  const shown = judged?.evidence[0]?.fields['shown'];
  expect(shown).toMatchObject([
    { mailbox: 'ulf@larkfield.example', toDomain: 'keeper.example', toRecipient: null, keepsForwarded: true },
    { mailbox: 'ada@larkfield.example', toDomain: null, toRecipient: 'Ulf' },
  ]);
  expect(JSON.stringify(judged)).not.toContain('ulf.private');
});
