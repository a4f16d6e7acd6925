import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { refused } from '../../testing/readings.ts';
import check from './outbound-spam-notifies-administrators.ts';

const policy = (over: object = {}) => ({
  id: 'guid',
  name: 'Default',
  isDefault: true,
  notifies: true,
  notified: 1,
  copies: true,
  copied: 2,
  forwarding: 'Automatic' as const,
  ...over,
});
type Policy = ReturnType<typeof policy>;
const facts = (...policies: readonly Policy[]) => ({ policies: new Listing(policies) });

test.each(
  cases(check, [
    { when: 'both, with recipients', facts: facts(policy()), then: 'pass', says: /notifies 1 and sends copies to 2/ },
    {
      when: 'no notification',
      facts: facts(policy({ notifies: false })),
      then: 'fail',
      says: /NotifyOutboundSpam is off/,
    },
    {
      when: 'notification to nobody',
      facts: facts(policy({ notified: 0 })),
      then: 'fail',
      says: /notifications have no recipient/,
    },
    {
      when: 'no copies',
      facts: facts(policy({ copies: false })),
      then: 'fail',
      says: /BccSuspiciousOutboundMail is off/,
    },
    { when: 'copies to nobody', facts: facts(policy({ copied: 0 })), then: 'fail', says: /copies have no recipient/ },
    {
      when: 'a policy for some does not',
      facts: facts(policy(), policy({ isDefault: false, notifies: false })),
      then: 'pass',
    },
    {
      when: 'only a policy for some does',
      facts: facts(policy({ notifies: false }), policy({ isDefault: false })),
      then: 'fail',
    },
    {
      when: 'the default policy is not in the answer',
      facts: facts(policy({ isDefault: false })),
      then: 'not-assessed',
    },
    { when: 'nothing was answered', facts: facts(), then: 'not-assessed' },
    { when: 'the list broke off', facts: { policies: new Listing<Policy>([], [refused('x')]) }, then: 'not-assessed' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where Exchange cannot be', () => expect(check.otherwise).toHaveLength(1));
