import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { DlpPolicy } from '../../semantics/dlp-policy.ts';
import { dlpPolicy } from '../../testing/purview.ts';
import { refused } from '../../testing/readings.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './dlp-policies-enabled.ts';

const facts = (...policies: readonly DlpPolicy[]) => ({ policies: new Listing(policies) });
const broken = (...policies: readonly DlpPolicy[]) => ({
  policies: new Listing<DlpPolicy>(policies, [refused('purview/dlp-policies')]),
});

test.each(
  cases(check, [
    { when: 'one in force', facts: facts(dlpPolicy()), then: 'pass', says: /"DLP" is in force/ },
    {
      when: 'one in force, for mail only',
      facts: facts(dlpPolicy({ workloads: ['Exchange'], teams: [] })),
      then: 'pass',
    },
    { when: 'none', facts: facts(), then: 'fail', says: /none at all/ },
    {
      when: 'tested, people are told',
      facts: facts(dlpPolicy({ mode: 'TestWithNotifications' })),
      then: 'fail',
      says: /TestWithNotifications/,
    },
    { when: 'tested silently', facts: facts(dlpPolicy({ mode: 'TestWithoutNotifications' })), then: 'fail' },
    { when: 'disabled', facts: facts(dlpPolicy({ enabled: false })), then: 'fail', says: /it is disabled/ },
    { when: 'its mode is Disable', facts: facts(dlpPolicy({ mode: 'Disable' })), then: 'fail' },
    {
      when: 'one tested, one in force',
      facts: facts(dlpPolicy({ mode: 'Disable' }), dlpPolicy({ id: '2' })),
      then: 'pass',
    },
    { when: 'the list broke off', facts: broken(dlpPolicy({ enabled: false })), then: 'not-assessed' },
    { when: 'the list broke off after one in force', facts: broken(dlpPolicy()), then: 'pass' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score last', () => expect(controlScores(check, { dlp_datalossprevention: 0 })).toBe('fail'));
