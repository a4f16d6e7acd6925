import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import type { Organization } from '../../facts/exchange/organization.ts';
import { organization } from '../../testing/exchange.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './mailtips-enabled.ts';

const facts = (over: Partial<Organization> = {}) => ({ config: organization(over) });

test.each(
  cases(check, [
    { when: 'all on, 25', facts: facts(), then: 'pass', says: /from 25 recipients on/ },
    { when: 'a lower threshold', facts: facts({ mailTipsLargeAudience: 1 }), then: 'pass' },
    { when: 'one more', facts: facts({ mailTipsLargeAudience: 26 }), then: 'fail', says: /26 recipients, at most 25/ },
    {
      when: 'one more that may be',
      facts: facts({ mailTipsLargeAudience: 26 }),
      with: { maxLargeAudience: 30 },
      then: 'pass',
    },
    { when: 'tips are off', facts: facts({ mailTips: false }), then: 'fail', says: /MailTipsAllTipsEnabled is off/ },
    {
      when: 'external ones are off, as by default',
      facts: facts({ mailTipsExternal: false }),
      then: 'fail',
      says: /MailTipsExternalRecipientsTipsEnabled is off/,
    },
    { when: 'group metrics are off', facts: facts({ mailTipsGroups: false }), then: 'fail' },
    { when: 'a flag is not told', facts: facts({ mailTipsGroups: null }), then: 'not-assessed', says: /GroupMetrics/ },
    { when: 'the threshold is not told', facts: facts({ mailTipsLargeAudience: null }), then: 'not-assessed' },
    { when: 'one off, one not told', facts: facts({ mailTips: false, mailTipsGroups: null }), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score last', () => expect(controlScores(check, { exo_mailtipsenabled: 50 })).toBe('fail'));
