import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { SharingPolicy } from '../../facts/exchange/sharing-policies.ts';
import { refused } from '../../testing/readings.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './calendars-not-shared-externally.ts';

const policy = (domains: readonly string[], over: Partial<SharingPolicy> = {}): SharingPolicy => ({
  id: 'guid-default',
  name: 'Default Sharing Policy',
  isDefault: true,
  enabled: true,
  domains,
  ...over,
});
const facts = (...policies: readonly SharingPolicy[]) => ({ policies: new Listing(policies) });
const simple = '*:CalendarSharingFreeBusySimple';
const freeBusyPasses = true;

test.each(
  cases(check, [
    { when: 'nothing is shared', facts: facts(policy([])), then: 'pass' },
    { when: 'only contacts', facts: facts(policy(['*:ContactsSharing'])), then: 'pass' },
    {
      when: 'with anybody, in full',
      facts: facts(policy(['Anonymous:CalendarSharingFreeBusyReviewer'])),
      then: 'fail',
      says: /Anonymous:CalendarSharingFreeBusyReviewer/,
    },
    { when: 'only times, strictly', facts: facts(policy([simple])), then: 'fail' },
    { when: 'only times, where these may be', facts: facts(policy([simple])), with: { freeBusyPasses }, then: 'pass' },
    {
      when: 'times and titles, where only times may be',
      facts: facts(policy(['*:CalendarSharingFreeBusyDetail'])),
      with: { freeBusyPasses },
      then: 'fail',
    },
    {
      when: 'several actions of one domain',
      facts: facts(policy(['x.example: ContactsSharing, calendarsharingfreebusydetail'])),
      then: 'fail',
    },
    {
      when: 'a policy that is off lists domains',
      facts: facts(policy([simple], { enabled: false })),
      then: 'pass',
      says: /is off/,
    },
    {
      when: 'a second policy shares',
      facts: facts(policy([]), policy([simple], { id: 'guid-2', name: 'Sales', isDefault: false })),
      then: 'fail',
      says: /"Sales"/,
    },
    { when: 'nothing was answered', facts: facts(), then: 'not-assessed' },
    {
      when: 'the list broke off',
      facts: { policies: new Listing<SharingPolicy>([policy([])], [refused('exchange/sharing-policies')]) },
      then: 'not-assessed',
    },
    {
      when: 'the list broke off after one that shares',
      facts: { policies: new Listing<SharingPolicy>([policy([simple])], [refused('exchange/sharing-policies')]) },
      then: 'fail',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a result is named by the GUID of its policy', () =>
  expect(judgements(check, { when: '', facts: facts(policy([])), then: 'pass' })[0]?.id).toBe('guid-default'));
test('Secure Score last', () => expect(controlScores(check, { exo_individualsharing: 0 })).toBe('fail'));
