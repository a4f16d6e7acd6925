import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { OwaMailboxPolicy } from '../../facts/exchange/owa-mailbox-policies.ts';
import { refused } from '../../testing/readings.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './external-storage-providers-disabled.ts';

const policy = (id: string, storageProviders: boolean): OwaMailboxPolicy => ({
  id,
  name: id,
  isDefault: id === 'Default',
  storageProviders,
});
const facts = (...policies: readonly OwaMailboxPolicy[]) => ({ policies: new Listing(policies) });
const judgeAllPolicies = false;

test.each(
  cases(check, [
    { when: 'closed in the default one', facts: facts(policy('Default', false)), then: 'pass' },
    { when: 'open in the default one', facts: facts(policy('Default', true)), then: 'fail', says: /"Default" offers/ },
    { when: 'open in another one', facts: facts(policy('Default', false), policy('Kiosk', true)), then: 'fail' },
    {
      when: 'open in another one, where the default one decides',
      facts: facts(policy('Default', false), policy('Kiosk', true)),
      with: { judgeAllPolicies },
      then: 'pass',
    },
    {
      when: 'open in the default one alone, which decides',
      facts: facts(policy('Default', true)),
      with: { judgeAllPolicies },
      then: 'fail',
    },
    { when: 'nothing was answered', facts: facts(), then: 'not-assessed' },
    {
      when: 'no default one was answered',
      facts: facts(policy('Kiosk', false)),
      with: { judgeAllPolicies },
      then: 'not-assessed',
    },
    {
      when: 'the list broke off',
      facts: {
        policies: new Listing<OwaMailboxPolicy>([policy('Default', false)], [refused('exchange/owa-mailbox-policies')]),
      },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score last', () => expect(controlScores(check, { exo_storageproviderrestricted: 0 })).toBe('fail'));
