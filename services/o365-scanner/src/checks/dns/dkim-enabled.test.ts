import { expect, test } from '@jest/globals';
import { Listing, type Reading } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { ParkedDomain } from '../../facts/dns/parked-domains.ts';
import { ID, keys, noKeys, parked, sending, unsure, type Keys } from '../../testing/dkim.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check, { published } from './dkim-enabled.ts';

type Config = { readonly domain: string; readonly enabled: boolean; readonly status: string };
const config = (enabled: boolean, status = 'Valid', domain = ID): Config => ({ domain, enabled, status });

const facts = (domain: ParkedDomain, ...configs: readonly Config[]) => ({
  parkedDomains: new Listing([domain]),
  configs: new Listing(configs),
  keys: read(new Listing([noKeys])) as Reading<Listing<Keys>>,
});
test.each(
  cases(check, [
    { when: 'on and valid', facts: facts(sending, config(true)), then: 'pass' },
    { when: 'off', facts: facts(sending, config(false)), then: 'fail', says: /is off and its status is Valid/ },
    {
      when: 'on, keys not found',
      facts: facts(sending, config(true, 'CnameMissing')),
      then: 'fail',
      says: /CnameMissing/,
    },
    {
      when: "only another domain's",
      facts: facts(sending, config(true, 'Valid', 'b.example')),
      then: 'fail',
      says: /no DKIM configuration/,
    },
    { when: 'never sends, and is off', facts: facts(parked, config(false)), then: 'pass', says: /needs no DKIM/ },
    { when: 'never sends, and is not listed', facts: facts(parked), then: 'pass' },
    {
      when: 'never sends, operator wants keys',
      with: { parkedDomainsPass: false },
      facts: facts(parked, config(false)),
      then: 'fail',
    },
    {
      when: 'off, and whether it sends could not be read',
      facts: facts(unsure, config(false)),
      then: 'not-assessed',
    },
    { when: 'on, and whether it sends could not be read', facts: facts(unsure, config(true)), then: 'pass' },
    {
      when: 'the same, operator wants keys',
      with: { parkedDomainsPass: false },
      facts: facts(unsure, config(false)),
      then: 'fail',
    },
    {
      when: 'off, an accepted selector has a key',
      with: { selectors: ['s2', 's1'] },
      facts: facts(sending, config(false)),
      then: 'pass',
      says: /selector s1/,
    },
    {
      when: 'off, an accepted selector has none',
      with: { selectors: ['s2'] },
      facts: facts(sending, config(false)),
      then: 'fail',
    },
    {
      when: 'off, an accepted selector was not read',
      with: { selectors: ['k1'] },
      facts: facts(sending, config(false)),
      then: 'not-assessed',
    },
    {
      when: 'off, an accepted selector that nobody asked for',
      with: { selectors: ['ours'] },
      facts: facts(sending, config(false)),
      then: 'not-assessed',
    },
    {
      when: 'off, both keys published, so that an accepted selector was not looked up',
      with: { selectors: ['s1'] },
      facts: { ...facts(sending, config(false)), keys: read(new Listing([keys()])) },
      then: 'manual',
    },
    {
      when: 'off, both keys published',
      facts: { ...facts(sending, config(false)), keys: read(new Listing([keys()])) },
      then: 'fail',
    },
    {
      when: 'off, an accepted selector, DNS unread',
      with: { selectors: ['s1'] },
      facts: { ...facts(sending, config(false)), keys: unread('dns/dkim-records') },
      then: 'not-assessed',
    },
    {
      when: 'off, DNS unread, nothing accepted',
      facts: { ...facts(sending, config(false)), keys: unread('dns/dkim-records') },
      then: 'fail',
    },
    {
      when: 'no mail domain',
      facts: { ...facts(sending), parkedDomains: new Listing<ParkedDomain>([]) },
      then: 'not-applicable',
    },
    {
      when: 'the configurations broke off before this domain',
      facts: { ...facts(sending), configs: new Listing<Config>([], [refused('exchange/dkim-signing-configs')]) },
      then: 'not-assessed',
    },
    {
      when: 'the configurations broke off after one that is off',
      facts: {
        ...facts(sending),
        configs: new Listing<Config>([config(false)], [refused('exchange/dkim-signing-configs')]),
      },
      then: 'fail',
    },
    {
      when: 'the keys of this domain were not read, an accepted selector',
      with: { selectors: ['s1'] },
      facts: {
        ...facts(sending, config(false)),
        keys: read(new Listing<Keys>([], [{ ...refused('dns/dkim-records'), resource: ID }])),
      },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('public DNS is what is asked where Exchange cannot be', () => expect(check.otherwise).toEqual([published]));
