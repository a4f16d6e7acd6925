import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements, NOW } from '@cis-scan/engine/testing';
import type { ControlProfile, ControlScore } from '../../semantics/secure-score.ts';
import { refused } from '../../testing/readings.ts';
import check from './cloud-apps-enabled.ts';

const score = (name: string, percent: number, days = 1): ControlScore => ({
  name,
  score: 1,
  percent,
  status: '',
  syncedAt: new Date(NOW.getTime() - days * 86_400_000),
});
const profile = (id: string, title: string): ControlProfile => ({ id, title, maxScore: 1, states: [] });
const renamed = profile('mda_new', 'Ensure Microsoft Defender for Cloud Apps is enabled and configured');
const collector = profile('McasFirewallLogUpload', 'Deploy a log collector to discover shadow IT activity');
const licence = {
  id: 'SPE_E5',
  status: 'Enabled',
  seats: 5,
  plans: [{ name: 'ADALLOM_S_STANDALONE', status: 'Success' }],
};
const facts = (controls: readonly ControlScore[], ...profiles: readonly ControlProfile[]) => ({
  secureScores: { at: NOW, controls },
  controlProfiles: new Listing(profiles),
  products: new Listing([licence]),
});

test.each(
  cases(check, [
    { when: 'full marks', facts: facts([score('mcas_mda_enabled', 100)]), then: 'pass' },
    { when: 'full marks, spelled otherwise', facts: facts([score('MCAS_MDA_Enabled', 100)]), then: 'pass' },
    { when: 'less', facts: facts([score('mcas_mda_enabled', 50)]), then: 'fail', says: /50 %/ },
    {
      when: 'less, whatever is chosen for the unproven',
      with: { whenUnproven: 'manual' },
      facts: facts([score('mcas_mda_enabled', 0)]),
      then: 'fail',
    },
    { when: 'not listed', facts: facts([score('other', 100)]), then: 'manual', says: /does not list mcas_mda_enabled/ },
    { when: 'not listed, operator says fail', with: { whenUnproven: 'fail' }, facts: facts([]), then: 'fail' },
    { when: 'renamed: found by its title', facts: facts([score('mda_new', 100)], renamed), then: 'pass' },
    { when: 'renamed: found by its title, less', facts: facts([score('mda_new', 10)], renamed), then: 'fail' },
    {
      when: 'the log collector is something else',
      facts: facts([score('McasFirewallLogUpload', 100)], collector),
      then: 'manual',
    },
    {
      when: 'not listed, titles unread',
      facts: { ...facts([]), controlProfiles: new Listing<ControlProfile>([], [refused('x')]) },
      then: 'not-assessed',
    },
    { when: 'too old', facts: facts([score('mcas_mda_enabled', 100, 8)]), then: 'not-assessed' },
    { when: 'no score yet', facts: { ...facts([]), secureScores: null }, then: 'not-assessed' },
    {
      when: 'no licence',
      facts: { ...facts([]), products: new Listing([{ ...licence, plans: [] }]) },
      then: 'not-applicable',
      says: /Defender for Cloud Apps/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('all that is known is what Microsoft says', () =>
  expect(
    judgements(check, { when: '', facts: facts([score('mcas_mda_enabled', 100)]), then: 'pass' })[0]?.evidence[0]?.fact
      .basis,
  ).toBe('reported'));
