import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { TransportRule } from '../../semantics/transport-rule.ts';
import { transportRule } from '../../testing/exchange.ts';
import { refused } from '../../testing/readings.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './transport-rules-trust-no-domains.ts';

const facts = (...rules: readonly TransportRule[]) => ({ rules: new Listing(rules) });
const trusting = (over: Partial<Omit<TransportRule, 'recipients'>> = {}): TransportRule =>
  transportRule({ spamConfidence: -1, senderDomains: ['partner.example'], ...over });

test.each(
  cases(check, [
    { when: 'no rules', facts: facts(), then: 'pass', says: /no mail flow rules/ },
    { when: 'no rule sets a level', facts: facts(transportRule({ senderDomains: ['x.example'] })), then: 'pass' },
    {
      when: '-1 for a domain',
      facts: facts(trusting()),
      then: 'fail',
      says: /level -1 for the domains partner.example/,
    },
    { when: '0 for a domain', facts: facts(trusting({ spamConfidence: 0 })), then: 'fail' },
    {
      when: '0, by the letter',
      facts: facts(trusting({ spamConfidence: 0 })),
      with: { maxTrustedScl: -1 },
      then: 'pass',
    },
    { when: '-1, by the letter', facts: facts(trusting()), with: { maxTrustedScl: -1 }, then: 'fail' },
    { when: '5 for a domain', facts: facts(trusting({ spamConfidence: 5 })), then: 'pass' },
    {
      when: '-1 for addresses only',
      facts: facts(trusting({ senderDomains: [], senderAddresses: ['192.0.2.1'] })),
      then: 'pass',
      says: /the addresses 192.0.2.1/,
    },
    {
      when: '-1 for domains from some addresses',
      facts: facts(trusting({ senderAddresses: ['192.0.2.1'] })),
      then: 'fail',
    },
    {
      when: '-1 for all',
      facts: facts(trusting({ senderDomains: [] })),
      then: 'pass',
      says: /senders chosen otherwise/,
    },
    { when: 'disabled', facts: facts(trusting({ enabled: false })), then: 'pass', says: /it is disabled/ },
    { when: 'only tested', facts: facts(trusting({ enforced: false })), then: 'pass', says: /only tested/ },
    { when: 'expired', facts: facts(trusting({ until: '2025-01-01T00:00:00.000Z' })), then: 'pass', says: /expired/ },
    { when: 'one of two', facts: facts(transportRule(), trusting({ id: 'guid-2' })), then: 'fail' },
    {
      when: 'the list broke off',
      facts: { rules: new Listing<TransportRule>([], [refused('exchange/transport-rules')]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a result is named by the GUID of its rule', () =>
  expect(judgements(check, { when: '', facts: facts(trusting()), then: 'fail' })[0]?.id).toBe('guid-rule'));
test('Secure Score last', () => expect(controlScores(check, { exo_transportrulesallowlistdomains: 0 })).toBe('fail'));
