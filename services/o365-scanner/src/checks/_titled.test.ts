import { expect, test } from '@jest/globals';
import { check as define, Listing } from '@cis-scan/engine';
import { cases, judge, NOW } from '@cis-scan/engine/testing';
import type { ControlProfile } from '../semantics/secure-score.ts';
import { refused } from '../testing/readings.ts';
import { titled } from './_titled.ts';

const check = define({ title: 't', why: 'w', fix: 'f', ...titled('Sways cannot') });
const profile = (id: string, title: string, states: ControlProfile['states'] = []): ControlProfile => ({
  id,
  title,
  maxScore: 5,
  states,
});
const sway = profile('mys_1', 'Ensure that SWAYS cannot be shared');
const facts = (profiles: Listing<ControlProfile>, percent = 100) => ({
  secureScores: { at: NOW, controls: [{ name: 'MYS_1', score: 5, percent, status: '', syncedAt: NOW }] },
  controlProfiles: profiles,
});

test.each(
  cases(check, [
    { when: 'full marks', facts: facts(new Listing([profile('other', 'Else'), sway])), then: 'pass' },
    { when: 'less', facts: facts(new Listing([sway]), 20), then: 'fail' },
    {
      when: 'no title fits',
      facts: facts(new Listing([profile('mys_1', 'Else')])),
      then: 'manual',
      says: /a person decides/,
    },
    { when: 'no controls', facts: facts(new Listing<ControlProfile>([])), then: 'manual' },
    { when: 'found, but not scored', facts: facts(new Listing([profile('mys_2', sway.title)])), then: 'not-assessed' },
    { when: 'no score yet', facts: { ...facts(new Listing([sway])), secureScores: null }, then: 'not-assessed' },
    {
      when: 'a person vouches for it',
      facts: facts(new Listing([profile('mys_1', sway.title, [{ state: 'Ignored', at: null }])])),
      then: 'manual',
    },
    {
      when: 'the titles broke off before one that fits',
      facts: facts(new Listing<ControlProfile>([], [refused('secure-score/control-profiles')])),
      then: 'not-assessed',
    },
    {
      when: 'the titles broke off after one that fits',
      facts: facts(new Listing([sway], [refused('secure-score/control-profiles')])),
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
