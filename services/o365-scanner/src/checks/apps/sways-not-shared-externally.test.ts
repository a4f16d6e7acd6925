import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, NOW } from '@cis-scan/engine/testing';
import type { ControlProfile } from '../../semantics/secure-score.ts';
import check from './sways-not-shared-externally.ts';

const facts = (percent: number, ...titles: readonly string[]) => ({
  secureScores: { at: NOW, controls: [{ name: 'c0', score: 1, percent, status: '', syncedAt: NOW }] },
  controlProfiles: new Listing(
    titles.map((title, i): ControlProfile => ({ id: `c${i}`, title, maxScore: 1, states: [] })),
  ),
});
const TITLE = 'Ensure that Sways cannot be shared with people outside of your organization';

test.each(
  cases(check, [
    { when: 'full marks', facts: facts(100, TITLE), then: 'pass' },
    { when: 'none', facts: facts(0, TITLE), then: 'fail' },
    { when: 'Microsoft does not score it', facts: facts(0, 'Else'), then: 'manual' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
