import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { Switches } from '../../semantics/switches.ts';
import { withDefender, withoutDefender } from '../../testing/in-force.ts';
import { refused } from '../../testing/readings.ts';
import check from './safe-attachments-for-files-enabled.ts';

const facts = (switches: Switches = {}, product = withDefender) => ({
  files: { switches: { EnableATPForSPOTeamsODB: true, EnableSafeDocs: true, AllowSafeDocsOpen: false, ...switches } },
  products: new Listing([product]),
});
const old = { mustBeOn: ['EnableATPForSPOTeamsODB'], mustBeOff: [] };

test.each(
  cases(check, [
    { when: 'on', with: old, facts: facts(), then: 'pass' },
    {
      when: 'off',
      with: old,
      facts: facts({ EnableATPForSPOTeamsODB: false }),
      then: 'fail',
      says: /EnableATPForSPOTeamsODB is off/,
    },
    {
      when: 'Safe Documents are not asked for in 1.3.0',
      with: old,
      facts: facts({ EnableSafeDocs: null }),
      then: 'pass',
    },
    { when: 'not told', with: old, facts: facts({ EnableATPForSPOTeamsODB: null }), then: 'not-assessed' },
    { when: 'newest: as wanted', facts: facts(), then: 'pass' },
    { when: 'newest: no Safe Documents', facts: facts({ EnableSafeDocs: false }), then: 'fail' },
    { when: 'newest: users may open them all the same', facts: facts({ AllowSafeDocsOpen: true }), then: 'fail' },
    {
      when: 'no Defender for Office 365',
      with: old,
      facts: facts({ EnableATPForSPOTeamsODB: false }, withoutDefender),
      then: 'not-applicable',
    },
    {
      when: 'licences unread',
      with: old,
      facts: { ...facts(), products: new Listing<typeof withDefender>([], [refused('graph/subscribed-skus')]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where Exchange cannot be', () => expect(check.otherwise).toHaveLength(1));
