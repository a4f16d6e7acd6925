import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { Mailbox } from '../../facts/exchange/mailboxes.ts';
import { mailbox, organization } from '../../testing/exchange.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './mailbox-auditing-enabled.ts';

const facts = (auditDisabled: boolean | null, ...list: readonly Mailbox[]) => ({
  config: organization({ auditDisabled }),
  mailboxes: read(new Listing(list)),
});
const silent = mailbox('ulf', { audited: false });
const room = mailbox('room', { audited: false, kind: 'RoomMailbox' });

test.each(
  cases(check, [
    { when: 'on', facts: facts(false), then: 'pass', says: /is on for the whole organisation$/ },
    { when: 'off', facts: facts(true), then: 'fail', says: /turned off for the whole organisation/ },
    { when: 'not told', facts: facts(null), then: 'not-assessed', says: /AuditDisabled/ },
    {
      when: 'a mailbox carries a flag of its own, which Exchange ignores',
      facts: facts(false, silent, room, mailbox('ada')),
      with: { judgeMailboxes: true },
      then: 'pass',
      says: /1 mailboxes carry a flag that says off, which is ignored/,
    },
    {
      when: 'newer versions do not look at mailboxes',
      facts: facts(false, silent),
      then: 'pass',
      says: /is on for the whole organisation$/,
    },
    {
      when: 'mailboxes refused',
      facts: { ...facts(false), mailboxes: unread('exchange/mailboxes', 'Exchange.ManageAsApp') },
      with: { judgeMailboxes: true },
      then: 'pass',
      says: /flags of single mailboxes could not be read/,
    },
    {
      when: 'the list of mailboxes broke off',
      facts: { ...facts(false), mailboxes: read(new Listing<Mailbox>([silent], [refused('exchange/mailboxes')])) },
      with: { judgeMailboxes: true },
      then: 'pass',
      says: /1 mailboxes of those that could be read/,
    },
    {
      when: 'off for all, on for one',
      facts: facts(true, mailbox('ada')),
      with: { judgeMailboxes: true },
      then: 'fail',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('the flags are shown, twenty at most, in order', () => {
  const box = (i: number): string => `m${String(i).padStart(2, '0')}`;
  const many = Array.from({ length: 30 }, (_, i) => mailbox(box(30 - i), { audited: false }));
  const c = { when: '', facts: facts(false, ...many), with: { judgeMailboxes: true }, then: 'pass' } as const;
  expect(judgements(check, c)[0]?.evidence[1]?.fields).toEqual({
    AuditEnabledFalse: 30,
    shown: Array.from({ length: 20 }, (_, i) => `${box(i + 1)}@larkfield.example`),
  });
});
test('Secure Score last', () => expect(controlScores(check, { exo_mailboxaudit: 100 })).toBe('pass'));
