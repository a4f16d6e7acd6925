import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { TransportRule } from '../../semantics/transport-rule.ts';
import { transportRule } from '../../testing/exchange.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import { controlScores, scored } from '../../testing/secure-score.ts';
import check from './client-forwarding-rules-blocked.ts';

type Mode = 'Automatic' | 'Off' | 'On';
const policy = (forwarding: Mode, name = 'Default') => ({
  id: `guid-${name}`,
  name,
  isDefault: name === 'Default',
  notifies: true,
  notified: 1,
  copies: true,
  copied: 1,
  forwarding,
});
type Policy = ReturnType<typeof policy>;
const facts = (rules: readonly TransportRule[], ...policies: readonly Policy[]) => ({
  rules: new Listing(rules),
  policies: read(new Listing(policies)),
});
const blocking = (over: Partial<Omit<TransportRule, 'recipients'>> = {}) =>
  transportRule({
    fromScope: 'InOrganization',
    sentToScope: 'NotInOrganization',
    messageType: 'AutoForward',
    rejects: true,
    ...over,
  });
const automatic = policy('Automatic');
const closed = unread('exchange/outbound-spam-policies', 'Exchange.ManageAsApp');
const outboundPolicyPasses = false;
const broken = (...rules: readonly TransportRule[]) =>
  new Listing<TransportRule>(rules, [refused('exchange/transport-rules')]);

test.each(
  cases(check, [
    { when: 'a rule rejects', facts: facts([blocking()], automatic), then: 'pass', says: /"Rule" stops mail/ },
    { when: 'a rule deletes', facts: facts([blocking({ rejects: false, deletes: true })], automatic), then: 'pass' },
    { when: 'one of several rules', facts: facts([transportRule(), blocking({ id: '2' })], automatic), then: 'pass' },
    { when: 'no rule', facts: facts([], automatic), then: 'fail', says: /0 rules were read/ },
    {
      when: 'a rule that is disabled',
      facts: facts([blocking({ enabled: false }), transportRule()], automatic),
      then: 'fail',
      says: /nearest is "Rule": it is disabled/,
    },
    { when: 'a rule that is only tested', facts: facts([blocking({ enforced: false })], automatic), then: 'fail' },
    {
      when: 'a rule with an exception',
      facts: facts([blocking({ exceptions: ['FromPredicate'] })], automatic),
      then: 'fail',
      says: /exceptions by FromPredicate/,
    },
    {
      when: 'rules that share the work do not count together',
      facts: facts([blocking({ rejects: false }), transportRule({ id: '2', rejects: true })], automatic),
      then: 'fail',
    },
    {
      when: 'no rule, but off in all policies',
      facts: facts([], policy('Off'), policy('Off', 'Sales')),
      then: 'pass',
      says: /no rule is needed/,
    },
    {
      when: 'off in all policies, which is not enough',
      facts: facts([], policy('Off')),
      with: { outboundPolicyPasses },
      then: 'fail',
    },
    { when: 'off in one of two policies', facts: facts([], policy('Off'), policy('On', 'Sales')), then: 'fail' },
    { when: 'no policy was answered', facts: facts([]), then: 'not-assessed' },
    { when: 'a rule, policies refused', facts: { ...facts([blocking()]), policies: closed }, then: 'pass' },
    {
      when: 'no rule, policies refused',
      facts: { ...facts([]), policies: closed },
      then: 'not-assessed',
      says: /Exchange.ManageAsApp/,
    },
    {
      when: 'no rule, policies refused and not asked for',
      facts: { ...facts([]), policies: closed },
      with: { outboundPolicyPasses },
      then: 'fail',
    },
    {
      when: 'no rule, policies broke off',
      facts: {
        ...facts([]),
        policies: read(new Listing<Policy>([policy('Off')], [refused('exchange/outbound-spam-policies')])),
      },
      then: 'not-assessed',
    },
    { when: 'rules broke off', facts: { ...facts([], automatic), rules: broken() }, then: 'not-assessed' },
    {
      when: 'rules broke off, off in all policies',
      facts: { ...facts([], policy('Off')), rules: broken() },
      then: 'pass',
    },
    {
      when: 'rules broke off after the one',
      facts: { ...facts([], automatic), rules: broken(blocking()) },
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  [100, 'pass'],
  [0, 'manual'],
])('Secure Score at %d is approximate: %s', (percent, then) => {
  expect(controlScores(check, { mdo_blockmailforward: percent })).toBe(then);
  expect(scored(check, { mdo_blockmailforward: percent })[0]?.reason).toMatch(/approximate/);
});
