import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { read, unread } from '../../testing/readings.ts';
import check from './application-usage-reviewed.ts';

const app = (id: string, succeeded: number, failed: number) => ({ id, name: id, succeeded, failed });
const facts = (...apps: readonly ReturnType<typeof app>[]) => ({ signIns: read(new Listing(apps)) });

test.each(
  cases(check, [
    { when: 'some', facts: facts(app('a', 1, 0)), then: 'manual', says: /at least every 7 days/ },
    { when: 'none', facts: facts(), then: 'not-applicable' },
    {
      when: 'refused',
      facts: { signIns: unread('graph/app-sign-ins', 'Reports.Read.All') },
      then: 'manual',
      says: /Reports.Read.All/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('what many failed to sign in to comes first', () => {
  const some = facts(app('a', 9, 0), app('b', 1, 5), app('c', 10, 0));
  const [judged] = judgements(check, { when: '', facts: some, then: 'manual' });
  const shown = judged?.evidence[0]?.fields['shown'] as readonly { name: string }[];
  expect(shown.map(({ name }) => name)).toEqual(['b', 'c', 'a']);
});
