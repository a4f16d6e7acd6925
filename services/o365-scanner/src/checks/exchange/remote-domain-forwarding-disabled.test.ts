import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { RemoteDomain } from '../../facts/exchange/remote-domains.ts';
import { refused } from '../../testing/readings.ts';
import { controlScores, scored } from '../../testing/secure-score.ts';
import check from './remote-domain-forwarding-disabled.ts';

const remote = (domain: string, forwards: boolean): RemoteDomain => ({ id: `guid-${domain}`, domain, forwards });
const facts = (...domains: readonly RemoteDomain[]) => ({ domains: new Listing(domains) });
const judgeAllDomains = true;
const broken = (...domains: readonly RemoteDomain[]) => ({
  domains: new Listing<RemoteDomain>(domains, [refused('exchange/remote-domains')]),
});

test.each(
  cases(check, [
    { when: 'off', facts: facts(remote('*', false)), then: 'pass' },
    { when: 'on', facts: facts(remote('*', true)), then: 'fail', says: /default remote domain lets mail be forwarded/ },
    {
      when: 'on for another one, which is shown',
      facts: facts(remote('partner.example', true), remote('*', false)),
      then: 'pass',
      says: /to look at: forwarding is on for partner.example/,
    },
    {
      when: 'on for another one, where all count',
      facts: facts(remote('partner.example', true), remote('*', false)),
      with: { judgeAllDomains },
      then: 'fail',
      says: /remote domain partner.example/,
    },
    {
      when: 'off for all',
      facts: facts(remote('partner.example', false), remote('*', false)),
      with: { judgeAllDomains },
      then: 'pass',
    },
    { when: 'no default one was answered', facts: facts(remote('partner.example', false)), then: 'not-assessed' },
    { when: 'nothing was answered', facts: facts(), then: 'not-assessed' },
    { when: 'the list broke off', facts: broken(remote('*', false)), then: 'not-assessed' },
    { when: 'the list broke off after the default one', facts: broken(remote('*', true)), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a result is named by the GUID of its remote domain', () =>
  expect(judgements(check, { when: '', facts: facts(remote('*', false)), then: 'pass' })[0]?.id).toBe('guid-*'));
test.each([
  [{ mdo_blockmailforward: 100, mdo_autoforwardingmode: 100 }, 'pass'],
  [{ mdo_blockmailforward: 100, mdo_autoforwardingmode: 0 }, 'manual'],
  [{ mdo_autoforwardingmode: 100 }, 'pass'],
  [{}, 'not-assessed'],
])('Secure Score %j: %s', (controls, then) => expect(controlScores(check, controls)).toBe(then));
test('its answer is marked as approximate', () =>
  expect(scored(check, { mdo_autoforwardingmode: 100 })[0]?.reason).toMatch(
    /approximate evidence: .* not the remote domain/,
  ));
