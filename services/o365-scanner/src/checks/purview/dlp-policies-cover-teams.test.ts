import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { DlpPolicy } from '../../semantics/dlp-policy.ts';
import { dlpPolicy } from '../../testing/purview.ts';
import { refused } from '../../testing/readings.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './dlp-policies-cover-teams.ts';

const facts = (...policies: readonly DlpPolicy[]) => ({ policies: new Listing(policies) });
const someone = { teams: ['ada@larkfield.example'] };

test.each(
  cases(check, [
    { when: 'one for all of Teams', facts: facts(dlpPolicy()), then: 'pass', says: /"DLP" is in force for all/ },
    { when: 'none', facts: facts(), then: 'fail', says: /none at all/ },
    {
      when: 'not for Teams',
      facts: facts(dlpPolicy({ workloads: ['Exchange'], teams: [] })),
      then: 'fail',
      says: /not for Teams/,
    },
    { when: 'for Teams by name, and nobody', facts: facts(dlpPolicy({ teams: [] })), then: 'fail' },
    { when: 'for some', facts: facts(dlpPolicy(someone)), then: 'fail', says: /not for all of Teams/ },
    {
      when: 'with an exception',
      facts: facts(dlpPolicy({ teamsExceptions: ['board'] })),
      then: 'fail',
      says: /leaves out 1 /,
    },
    {
      when: 'tested',
      facts: facts(dlpPolicy({ mode: 'TestWithNotifications' })),
      then: 'fail',
      says: /mode is TestWith/,
    },
    { when: 'disabled', facts: facts(dlpPolicy({ enabled: false })), then: 'fail', says: /it is disabled/ },
    {
      when: 'the nearest one is named',
      facts: facts(
        dlpPolicy({ id: 'a', enabled: false, ...someone }),
        dlpPolicy({ id: 'b', name: 'Near', ...someone }),
      ),
      then: 'fail',
      says: /nearest is "Near"/,
    },
    { when: 'a second one is for all', facts: facts(dlpPolicy(someone), dlpPolicy({ id: '2' })), then: 'pass' },
    {
      when: 'the list broke off',
      facts: { policies: new Listing<DlpPolicy>([dlpPolicy(someone)], [refused('purview/dlp-policies')]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score last', () => expect(controlScores(check, { mip_DLP_policies_Teams: 0 })).toBe('fail'));
