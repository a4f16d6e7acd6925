import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './risky-sign-ins-reviewed.ts';

const sign = (id: string, at: string, state = 'atRisk') => ({
  id,
  at,
  state,
  level: 'medium',
  what: 'unfamiliarFeatures',
  user: 'ulf',
});
type Sign = ReturnType<typeof sign>;
const account = { id: 'u', name: 'ulf', state: 'atRisk', level: 'high', at: '2025-12-30T00:00:00.000Z' };
const facts = (...signs: readonly Sign[]) => ({
  detections: read(new Listing(signs)),
  riskyUsers: read(new Listing([account])),
});
const YESTERDAY = '2025-12-31T00:00:00.000Z';
const WEEK_AGO = '2025-12-25T00:00:00.000Z';
const OLDER = '2025-12-24T23:59:59.000Z';
const noUsers = unread('graph/risky-users', 'IdentityRiskyUser.Read.All');

test.each(
  cases(check, [
    { when: 'a new one', facts: facts(sign('a', YESTERDAY)), then: 'manual', says: /1 signs of risk; review/ },
    { when: 'seven days old', facts: facts(sign('a', WEEK_AGO)), then: 'manual', says: /1 signs of risk; review/ },
    {
      when: 'open for longer',
      facts: facts(sign('a', OLDER)),
      then: 'manual',
      says: /1 of them open for more than 7 days/,
    },
    { when: 'older and settled', facts: facts(sign('a', OLDER, 'remediated')), then: 'not-applicable' },
    { when: 'new and settled', facts: facts(sign('a', YESTERDAY, 'dismissed')), then: 'manual' },
    { when: 'none', facts: facts(), then: 'not-applicable' },
    {
      when: 'refused',
      facts: { ...facts(), detections: unread('graph/risk-detections', 'IdentityRiskEvent.Read.All') },
      then: 'manual',
      says: /IdentityRiskEvent.Read.All/,
    },
    {
      when: 'the list broke off',
      facts: { ...facts(), detections: read(new Listing<Sign>([], [refused('graph/risk-detections')])) },
      then: 'manual',
    },
    { when: 'risky users unread', facts: { ...facts(sign('a', YESTERDAY)), riskyUsers: noUsers }, then: 'manual' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

const of = (...signs: readonly Sign[]) => judgements(check, { when: '', facts: facts(...signs), then: 'manual' })[0];
test('one that lies open for longer points to no review: fail is suggested', () => {
  expect(of(sign('a', OLDER), sign('b', YESTERDAY))?.suggested).toBe('fail');
  expect(of(sign('a', OLDER, 'confirmedCompromised'))?.suggested).toBe('fail');
  expect(of(sign('b', YESTERDAY))?.suggested).toBeNull();
});
test('open ones come first, then the newest; users at risk stand beside', () => {
  const seen = of(sign('a', YESTERDAY, 'dismissed'), sign('b', OLDER), sign('c', YESTERDAY))?.evidence;
  const shown = seen?.[0]?.fields['shown'] as readonly { at: string; state: string }[];
  expect(shown.map(({ at, state }) => [at, state])).toEqual([
    [YESTERDAY, 'atRisk'],
    [OLDER, 'atRisk'],
    [YESTERDAY, 'dismissed'],
  ]);
  expect(seen?.[1]?.fields).toEqual({ usersAtRisk: 1 });
});
