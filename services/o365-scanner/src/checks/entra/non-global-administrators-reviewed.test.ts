import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { RoleHolder } from '../../facts/graph/role-holders.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import { holder } from '../../testing/role-holder.ts';
import check from './non-global-administrators-reviewed.ts';

const EXCHANGE = '29232cdf-9323-42fd-ade2-1d097af3e4de';
const facts = (...holders: readonly RoleHolder[]) => ({ holders: read(new Listing(holders)) });
const exchange = (id: string, over: Partial<RoleHolder> = {}) => holder(id, { role: EXCHANGE, ...over });

test.each(
  cases(check, [
    { when: 'some', facts: facts(exchange('a'), holder('b')), then: 'manual', says: /1 assignments of roles other/ },
    { when: 'global administrators only', facts: facts(holder('b')), then: 'not-applicable' },
    { when: 'nobody', facts: facts(), then: 'not-applicable' },
    {
      when: 'refused',
      facts: { holders: unread('graph/role-assignments', 'Directory.Read.All') },
      then: 'manual',
      says: /Directory.Read.All/,
    },
    {
      when: 'the list broke off',
      facts: { holders: read(new Listing<RoleHolder>([], [refused('graph/role-assignments')])) },
      then: 'manual',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('shown by role and holder, with group and scope where there is one', () => {
  const some = facts(exchange('b', { via: 'g' }), exchange('a', { scope: '/administrativeUnits/u', name: null }));
  const [judged] = judgements(check, { when: '', facts: some, then: 'manual' });
  expect(judged?.evidence[0]?.fields['shown']).toEqual([
    { role: 'Exchange Administrator', holder: 'a', kind: 'user', scope: '/administrativeUnits/u' },
    { role: 'Exchange Administrator', holder: 'b@larkfield.example', kind: 'user', throughGroup: 'g' },
  ]);
});
