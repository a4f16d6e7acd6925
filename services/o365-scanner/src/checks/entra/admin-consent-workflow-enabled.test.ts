import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { read, unread } from '../../testing/readings.ts';
import check from './admin-consent-workflow-enabled.ts';

type State = 'there' | 'disabled' | 'deleted';
const facts = (enabled: boolean, ...reviewers: readonly string[]) => ({
  adminConsentPolicy: { enabled, reviewers, notifiesReviewers: true },
  reviewers: read(new Listing(reviewers.map((id) => ({ id, state: 'there' as State })))),
});
const states = (...some: readonly State[]) => read(new Listing(some.map((state, i) => ({ id: `u${i}`, state }))));

test.each(
  cases(check, [
    { when: 'on, with a reviewer', facts: facts(true, 'a'), then: 'pass', says: /1 reviewers are chosen$/ },
    { when: 'on, nobody reviews', facts: facts(true), then: 'fail', says: /0 reviewers answer/ },
    { when: 'off', facts: facts(false, 'a'), then: 'fail' },
    { when: 'fewer than wanted', facts: facts(true, 'a'), with: { minReviewers: 2 }, then: 'fail' },
    {
      when: 'a reviewer was deleted',
      facts: { ...facts(true, 'a', 'b'), reviewers: states('deleted', 'there') },
      then: 'pass',
      says: /cannot answer any more: u0 \(deleted\)$/,
    },
    {
      when: 'a reviewer is disabled',
      facts: { ...facts(true, 'a'), reviewers: states('disabled') },
      then: 'pass',
      says: /u0 \(disabled\)/,
    },
    {
      when: 'reviewers unread',
      facts: { ...facts(true, 'a'), reviewers: unread('graph/consent-reviewers', 'User.Read.All') },
      then: 'pass',
      says: /are chosen$/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where the setting cannot be read', () => expect(check.otherwise).toHaveLength(1));
