import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { SafeLinksPolicy } from '../../facts/exchange/safe-links-policies.ts';
import type { InForce } from '../../facts/exchange/precedence.ts';
import type { Switches } from '../../semantics/switches.ts';
import { byRule, put, withDefender, withoutDefender } from '../../testing/in-force.ts';
import { refused } from '../../testing/readings.ts';
import check from './safe-links-for-mail-enabled.ts';

const policy = (switches: Switches = {}, name = 'Sales'): SafeLinksPolicy => ({
  id: `guid-${name}`,
  name,
  isDefault: false,
  isPreset: null,
  switches: {
    EnableSafeLinksForEmail: true,
    ScanUrls: true,
    EnableForInternalSenders: true,
    AllowClickThrough: false,
    ...switches,
  },
});
/** As Microsoft ships it. */
const builtIn = policy({ EnableForInternalSenders: false, AllowClickThrough: true }, 'Built-In Protection Policy');
const facts = (...policies: readonly InForce<SafeLinksPolicy>[]) => ({
  policies: new Listing(policies),
  products: new Listing([withDefender]),
});

test.each(
  cases(check, [
    { when: 'one has everything', facts: facts(put(policy(), byRule), put(builtIn)), then: 'pass', says: /"Sales"/ },
    {
      when: 'only the built-in protection',
      facts: facts(put(builtIn)),
      then: 'fail',
      says: /EnableForInternalSenders is off, on is wanted; AllowClickThrough is on, off is wanted/,
    },
    ...['EnableSafeLinksForEmail', 'ScanUrls', 'EnableForInternalSenders'].map((name) => ({
      when: `${name} off`,
      facts: facts(put(policy({ [name]: false }))),
      then: 'fail' as const,
    })),
    { when: 'users may click through', facts: facts(put(policy({ AllowClickThrough: true }))), then: 'fail' },
    {
      when: 'operator leaves that open',
      with: { mustBeOff: [] },
      facts: facts(put(policy({ AllowClickThrough: true }))),
      then: 'pass',
    },
    {
      when: 'two policies that have it only together',
      facts: facts(put(policy({ ScanUrls: false }), byRule), put(policy({ AllowClickThrough: true }), byRule, false)),
      then: 'fail',
    },
    {
      when: 'a switch was not told',
      facts: facts(put(policy({ ScanUrls: null })), put(builtIn)),
      then: 'not-assessed',
    },
    { when: 'none in force', facts: facts(), then: 'fail', says: /no Safe Links policy is in force/ },
    {
      when: 'one has everything, others unread',
      facts: { ...facts(), policies: new Listing<InForce<SafeLinksPolicy>>([put(policy())], [refused('x')]) },
      then: 'pass',
    },
    {
      when: 'none has, others unread',
      facts: { ...facts(), policies: new Listing<InForce<SafeLinksPolicy>>([put(builtIn)], [refused('x')]) },
      then: 'not-assessed',
    },
    {
      when: 'no Defender for Office 365',
      facts: { ...facts(put(builtIn)), products: new Listing([withoutDefender]) },
      then: 'not-applicable',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where Exchange cannot be', () => expect(check.otherwise).toHaveLength(1));
