import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { AcceptedDomain } from '../../semantics/mail-address.ts';
import type { TransportRule } from '../../semantics/transport-rule.ts';
import { transportRule } from '../../testing/exchange.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import { controlScores, scored } from '../../testing/secure-score.ts';
import check from './transport-rules-forward-no-mail.ts';

const own: AcceptedDomain = { id: 'larkfield.example', withSubdomains: false };
const facts = (...rules: readonly TransportRule[]) => ({
  rules: new Listing(rules),
  domains: read(new Listing([own])),
});
const redirecting = (...to: readonly string[]) => transportRule({ recipients: { RedirectMessageTo: to } });
const copying = transportRule({ recipients: { BlindCopyTo: ['a@keeper.example'] } });
const closed = unread('exchange/accepted-domains', 'Exchange.ManageAsApp');
const broken = read(new Listing<AcceptedDomain>([own], [refused('exchange/accepted-domains')]));

test.each(
  cases(check, [
    { when: 'no rules', facts: facts(), then: 'pass', says: /no mail flow rules/ },
    { when: 'a rule that sends nothing anywhere', facts: facts(transportRule()), then: 'pass' },
    { when: 'redirected inside', facts: facts(redirecting('ada@Larkfield.example')), then: 'pass' },
    {
      when: 'redirected outside',
      facts: facts(redirecting('a@keeper.example')),
      then: 'fail',
      says: /RedirectMessageTo a@keeper.example; none should/,
    },
    {
      when: 'redirected inside and outside',
      facts: facts(redirecting('ada@larkfield.example', 'a@keeper.example')),
      then: 'fail',
    },
    {
      when: 'redirected to a subdomain of ours that is not accepted',
      facts: facts(redirecting('a@lab.larkfield.example')),
      then: 'fail',
    },
    {
      when: 'disabled',
      facts: facts({ ...redirecting('a@keeper.example'), enabled: false }),
      then: 'pass',
      says: /does nothing: it is disabled/,
    },
    { when: 'only tested', facts: facts({ ...redirecting('a@keeper.example'), enforced: false }), then: 'pass' },
    {
      when: 'copied outside is shown',
      facts: facts(copying),
      then: 'pass',
      says: /to look at: BlindCopyTo a@keeper.example/,
    },
    {
      when: 'copied outside, where that counts',
      facts: facts(copying),
      with: { judgedActions: ['RedirectMessageTo', 'BlindCopyTo'] },
      then: 'fail',
    },
    {
      when: 'redirected to a recipient without an address',
      facts: facts(redirecting('Archive')),
      then: 'not-assessed',
      says: /"Archive" without an address/,
    },
    {
      when: 'one without an address and one outside',
      facts: facts(redirecting('Archive', 'a@keeper.example')),
      then: 'fail',
    },
    { when: 'no rule redirects, domains refused', facts: { ...facts(transportRule()), domains: closed }, then: 'pass' },
    {
      when: 'a rule redirects, domains refused',
      facts: { ...facts(redirecting('a@keeper.example')), domains: closed },
      then: 'not-assessed',
      says: /Exchange.ManageAsApp/,
    },
    {
      when: 'redirected inside, domains broke off',
      facts: { ...facts(redirecting('ada@larkfield.example')), domains: broken },
      then: 'pass',
    },
    {
      when: 'redirected elsewhere, domains broke off',
      facts: { ...facts(redirecting('a@keeper.example')), domains: broken },
      then: 'not-assessed',
    },
    {
      when: 'no domain was answered',
      facts: { ...facts(redirecting('a@keeper.example')), domains: read(new Listing<AcceptedDomain>([])) },
      then: 'not-assessed',
    },
    {
      when: 'the list of rules broke off',
      facts: {
        ...facts(),
        rules: new Listing<TransportRule>([transportRule()], [refused('exchange/transport-rules')]),
      },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  [100, 'pass'],
  [50, 'manual'],
])('Secure Score at %d measures all forwarding: %s', (percent, then) =>
  expect(controlScores(check, { mdo_blockmailforward: percent })).toBe(then),
);
test('less than full marks suggests a fail', () =>
  expect(scored(check, { mdo_blockmailforward: 0 })).toMatchObject([
    { suggested: 'fail', reason: expect.stringMatching(/approximate evidence/) },
  ]));
