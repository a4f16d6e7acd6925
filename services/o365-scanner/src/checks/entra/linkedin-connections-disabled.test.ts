import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, NOW } from '@cis-scan/engine/testing';
import type { ControlProfile } from '../../semantics/secure-score.ts';
import check from './linkedin-connections-disabled.ts';

const NAME = 'aad_linkedin_connection_disables';
const facts = (percent: number, name = NAME, states: ControlProfile['states'] = []) => ({
  secureScores: { at: NOW, controls: [{ name, score: 1, percent, status: 'as seen', syncedAt: NOW }] },
  controlProfiles: new Listing<ControlProfile>([{ id: NAME, title: 'LinkedIn', maxScore: 1, states }]),
});

test.each(
  cases(check, [
    { when: 'full marks', facts: facts(100), then: 'pass', says: /as seen/ },
    { when: 'less', facts: facts(0), then: 'fail' },
    { when: 'not listed', facts: facts(100, 'other'), then: 'not-assessed' },
    { when: 'a person vouches', facts: facts(100, NAME, [{ state: 'ThirdParty', at: null }]), then: 'manual' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
