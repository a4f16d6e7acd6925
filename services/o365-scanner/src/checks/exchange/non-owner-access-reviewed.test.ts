import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { MOST_ACCESSES, type MailboxAccess } from '../../facts/exchange/mailbox-accesses.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './non-owner-access-reviewed.ts';

const access = (
  id: string,
  as: MailboxAccess['as'],
  at: string | null = '2025-12-30T00:00:00.000Z',
): MailboxAccess => ({
  id,
  at,
  operation: 'SendAs',
  by: 'ada@larkfield.example',
  as,
  mailbox: 'ulf@larkfield.example',
});
const facts = (...list: readonly MailboxAccess[]) => ({ accesses: read(new Listing(list)) });
const many = Array.from({ length: MOST_ACCESSES }, (_, i) => access(String(i), 'owner'));

test.each(
  cases(check, [
    {
      when: 'a delegate and an administrator',
      facts: facts(access('a', 'delegate'), access('b', 'administrator')),
      then: 'manual',
      says: /2 accesses by others than the owner in the last 14 days; review/,
    },
    { when: 'only owners', facts: facts(access('a', 'owner')), then: 'not-applicable' },
    {
      when: 'only long ago',
      facts: facts(access('a', 'delegate', '2025-12-01T00:00:00.000Z')),
      then: 'not-applicable',
    },
    { when: 'at a moment that is not told', facts: facts(access('a', 'delegate', null)), then: 'manual' },
    {
      when: 'a shorter time',
      facts: facts(access('a', 'delegate', '2025-12-20T00:00:00.000Z')),
      with: { windowDays: 7 },
      then: 'not-applicable',
      says: /last 7 days/,
    },
    {
      when: 'a longer time than is asked for',
      facts: facts(access('a', 'delegate')),
      with: { windowDays: 30 },
      then: 'manual',
      says: /last 14 days; review them at least every 30 days/,
    },
    { when: 'nothing recorded', facts: facts(), then: 'not-applicable' },
    {
      when: 'more records than one answer holds',
      facts: facts(...many, access('z', 'delegate')),
      then: 'manual',
      says: /among the newest 5000 records/,
    },
    {
      when: 'owners only, as far as one answer goes',
      facts: facts(...many),
      then: 'manual',
      says: /nobody but the owners .* among/,
    },
    { when: 'one of the services of Microsoft', facts: facts(access('a', 'other')), then: 'manual' },
    {
      when: 'refused',
      facts: { accesses: unread('exchange/mailbox-accesses', 'Exchange.ManageAsApp') },
      then: 'manual',
      says: /Exchange.ManageAsApp/,
    },
    {
      when: 'the list broke off',
      facts: {
        accesses: read(new Listing<MailboxAccess>([access('a', 'delegate')], [refused('exchange/mailbox-accesses')])),
      },
      then: 'manual',
      says: /evidence is missing/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('the newest comes first', () => {
  const older = access('a', 'delegate', '2025-12-29T00:00:00.000Z');
  const [judged] = judgements(check, { when: '', facts: facts(older, access('b', 'administrator')), then: 'manual' });
  expect(judged?.evidence[0]?.fields['shown']).toMatchObject([{ as: 'administrator' }, { as: 'delegate' }]);
});
