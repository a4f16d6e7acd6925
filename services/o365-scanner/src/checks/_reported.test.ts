import { expect, test } from '@jest/globals';
import { check as define, Listing } from '@cis-scan/engine';
import { cases, judge, judgements, NOW } from '@cis-scan/engine/testing';
import type { ControlProfile, ControlScore } from '../semantics/secure-score.ts';
import { refused } from '../testing/readings.ts';
import { reported, type Ways } from './_reported.ts';

const words = { title: 't', why: 'w', fix: 'f' };
const asking = (controls: string | readonly string[], ways?: Ways) => define({ ...words, ...reported(controls, ways) });
const check = asking(['One', 'two']);
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const score = (over: Partial<ControlScore> = {}): ControlScore => ({
  name: 'one',
  score: 5,
  percent: 100,
  status: '',
  syncedAt: daysAgo(1),
  ...over,
});
const profile = (over: Partial<ControlProfile> = {}): ControlProfile => ({
  id: 'ONE',
  title: 'Something',
  maxScore: 10,
  states: [],
  ...over,
});
const state = (name: string, at = '2025-01-01T00:00:00.000Z') => ({ state: name, at });
const facts = (controls: readonly ControlScore[], ...profiles: readonly ControlProfile[]) => ({
  secureScores: { at: daysAgo(1), controls },
  controlProfiles: new Listing(profiles),
});

test.each(
  cases(check, [
    {
      when: 'full marks',
      facts: facts([score()]),
      then: 'pass',
      says: /evidence, as of 2025-12-31: one stands at 100 %/,
    },
    { when: 'less', facts: facts([score({ percent: 99.5, status: '1 of 4' })]), then: 'fail', says: /99.5 %.*1 of 4/ },
    { when: 'all of several', facts: facts([score(), score({ name: 'TWO' })]), then: 'pass' },
    { when: 'one of several below', facts: facts([score(), score({ name: 'two', percent: 0 })]), then: 'fail' },
    { when: 'not listed', facts: facts([score({ name: 'other' })]), then: 'not-assessed', says: /not licensed/ },
    { when: 'no score yet', facts: { ...facts([]), secureScores: null }, then: 'not-assessed' },
    { when: 'seven days old', facts: facts([score({ syncedAt: daysAgo(7) })]), then: 'pass' },
    {
      when: 'eight days old',
      facts: facts([score({ syncedAt: daysAgo(8) })]),
      then: 'not-assessed',
      says: /8 days ago/,
    },
    {
      when: 'points that are all of the profile',
      facts: facts([score({ percent: null, score: 10 })], profile()),
      then: 'pass',
    },
    { when: 'points that are some of the profile', facts: facts([score({ percent: null })], profile()), then: 'fail' },
    { when: 'points and no profile', facts: facts([score({ percent: null })]), then: 'not-assessed' },
    {
      when: 'a person vouches for it',
      facts: facts([score()], profile({ states: [state('ThirdParty')] })),
      then: 'manual',
      says: /third party/,
    },
    {
      when: 'a person took that back',
      facts: facts([score()], profile({ states: [state('Ignored'), state('Default', '2025-02-01T00:00:00.000Z')] })),
      then: 'pass',
    },
    {
      when: 'the profiles broke off before this one',
      facts: {
        ...facts([score()]),
        controlProfiles: new Listing<ControlProfile>([], [refused('secure-score/control-profiles')]),
      },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('where less does not prove a bad setting, a person decides, and fail is suggested', () => {
  const c = { when: '', facts: facts([score({ percent: 50 })]), then: 'manual' } as const;
  expect(judgements(asking('one', { below: 'manual' }), c)).toMatchObject([{ verdict: 'manual', suggested: 'fail' }]);
});
test.each([
  ['one of two', [score()], 'not-assessed'],
  ['one of two, and that is low', [score({ percent: 0 })], 'fail'],
  ['both', [score(), score({ name: 'two' })], 'pass'],
] as const)('where all must be listed, %s: %s', (_, controls, then) => {
  const c = { when: '', facts: facts(controls), then } as const;
  expect(judge(asking(['one', 'two'], { listed: 'all' }), c)).toBe(then);
});
test('a control that is not listed may be left to a person', () => {
  const c = { when: '', facts: facts([]), then: 'manual' } as const;
  expect(judge(asking('one', { absent: 'manual' }), c)).toBe('manual');
});
test('the evidence is as old as Microsoft says, and reported', () => {
  const [judged] = judgements(check, { when: '', facts: facts([score()]), then: 'pass' });
  expect(judged?.evidence).toMatchObject([{ readAt: daysAgo(1), fact: { basis: 'reported' } }]);
});
test('what is measured instead is said where the control is only near', () => {
  const c = {
    when: '',
    facts: facts([score()]),
    then: 'pass',
    says: /approximate evidence: it measures the weather/,
  } as const;
  expect(judge(asking('one', { approximate: 'the weather' }), c)).toBe('pass');
});
