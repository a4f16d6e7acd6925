import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { RoleChange } from '../../facts/graph/role-management-audits.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './role-group-changes-reviewed.ts';

const change = (id: string, at: string): RoleChange => ({
  id,
  at,
  activity: 'Add member to role',
  result: 'success',
  by: 'ada@larkfield.example',
  targets: ['ulf@larkfield.example'],
});
const facts = (...changes: readonly RoleChange[]) => ({ audits: read(new Listing(changes)) });
const recent = change('a', '2025-12-28T00:00:00.000Z');
const old = change('b', '2025-12-01T00:00:00.000Z');

test.each(
  cases(check, [
    { when: 'changes', facts: facts(recent, old), then: 'manual', says: /1 changes of roles in the last 7 days/ },
    { when: 'a longer time', facts: facts(recent, old), with: { windowDays: 60 }, then: 'manual', says: /2 changes/ },
    { when: 'only old ones', facts: facts(old), then: 'not-applicable', says: /no role was changed/ },
    { when: 'none', facts: facts(), then: 'not-applicable' },
    {
      when: 'refused',
      facts: { audits: unread('graph/role-management-audits', 'AuditLog.Read.All') },
      then: 'manual',
      says: /AuditLog.Read.All/,
    },
    {
      when: 'the list broke off',
      facts: { audits: read(new Listing<RoleChange>([recent], [refused('graph/role-management-audits')])) },
      then: 'manual',
      says: /evidence is missing/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('the newest comes first', () => {
  const newer = change('c', '2025-12-30T00:00:00.000Z');
  const [judged] = judgements(check, { when: '', facts: facts(recent, newer), then: 'manual' });
  expect(judged?.evidence[0]?.fields['shown']).toMatchObject([{ at: newer.at }, { at: recent.at }]);
});
