import { describe, expect, test } from '@jest/globals';
import { check as define, Listing, type Judgement, type Reading } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { DkimKeys } from '../../facts/dns/dkim-records.ts';
import type { ParkedDomain } from '../../facts/dns/parked-domains.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import { OPTIONS } from './_dkim.ts';
import check, { published } from './dkim-enabled.ts';

const ID = 'larkfield.example';
const target = (n: number): string => `selector${n}-larkfield-example._domainkey.larkfield.onmicrosoft.com`;
const sending: ParkedDomain = { id: ID, parkedBy: null, unread: null };
const parked: ParkedDomain = { ...sending, parkedBy: 'SPF lets nobody send and there is a null MX' };
const unsure: ParkedDomain = { ...sending, unread: { ...refused('dns/mx-records'), resource: ID } };

type Keys = DkimKeys & { readonly id: string };
const selector = (n: number, over: Partial<DkimKeys['microsoft'][number]> = {}) => ({
  selector: `selector${n}`,
  alias: target(n),
  hasKey: true,
  ...over,
});
const keys = (over: Partial<DkimKeys> = {}): Keys => ({
  id: ID,
  microsoft: [selector(1), selector(2)],
  others: {},
  ...over,
});
const absent = { alias: null, hasKey: false };
const noKeys = keys({
  microsoft: [selector(1, absent), selector(2, absent)],
  others: { s1: 'key', s2: 'none', k1: 'unread' },
});

type Config = { readonly domain: string; readonly enabled: boolean; readonly status: string };
const config = (enabled: boolean, status = 'Valid', domain = ID): Config => ({ domain, enabled, status });

describe('as Exchange says', () => {
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
});

describe('as public DNS says', () => {
  const dns = define({ title: 't', why: 'w', fix: 'f', options: OPTIONS, ...published });
  const facts = (found: Keys, domain: ParkedDomain = sending) => ({
    dkimRecords: new Listing([found]),
    parkedDomains: new Listing([domain]),
  });
  test.each(
    cases(dns, [
      { when: 'both keys', facts: facts(keys()), then: 'pass', says: /published both.*DNS does not tell/ },
      {
        when: 'the newer form',
        facts: facts(
          keys({
            microsoft: [1, 2].map((n) =>
              selector(n, { alias: `selector${n}-larkfield-example._domainkey.larkfield.n-v1.dkim.mail.microsoft` }),
            ),
          }),
        ),
        then: 'pass',
      },
      {
        when: 'the second alias is missing',
        facts: facts(keys({ microsoft: [selector(1), selector(2, absent)] })),
        then: 'fail',
        says: /selector2._domainkey.larkfield.example is no alias/,
      },
      { when: 'neither', facts: facts(noKeys), then: 'fail', says: /selector1._domainkey.*selector2._domainkey/ },
      {
        when: 'an alias to elsewhere',
        facts: facts(keys({ microsoft: [selector(1, { alias: 'k.gateway.example' }), selector(2)] })),
        then: 'fail',
        says: /not Microsoft's/,
      },
      {
        when: 'no key where it leads',
        facts: facts(keys({ microsoft: [selector(1), selector(2, { hasKey: false })] })),
        then: 'fail',
        says: /there is no key/,
      },
      { when: 'both keys, but whether it sends could not be read', facts: facts(keys(), unsure), then: 'not-assessed' },
      { when: 'never sends', facts: facts(noKeys, parked), then: 'pass', says: /sends no mail/ },
      { when: 'whether it sends could not be read', facts: facts(noKeys, unsure), then: 'not-assessed' },
      {
        when: 'never sends, operator wants keys',
        with: { parkedDomainsPass: false },
        facts: facts(noKeys, parked),
        then: 'fail',
      },
      { when: 'an accepted selector', with: { selectors: ['s1'] }, facts: facts(noKeys), then: 'pass' },
      { when: 'another accepted selector', with: { selectors: ['s2'] }, facts: facts(noKeys), then: 'fail' },
      {
        when: 'no mail domain',
        facts: { dkimRecords: new Listing<Keys>([]), parkedDomains: new Listing<ParkedDomain>([]) },
        then: 'not-applicable',
      },
      {
        when: 'DNS down for the domain',
        facts: {
          ...facts(keys()),
          dkimRecords: new Listing<Keys>([], [{ ...refused('dns/dkim-records'), resource: ID }]),
        },
        then: 'not-assessed',
      },
    ]),
  )('$when: $then', (c) => expect(judge(dns, c)).toBe(c.then));

  test('it is what is asked where Exchange cannot be', () => expect(check.otherwise).toEqual([published]));
});

test('results are named by their domain', () => {
  const judged: readonly Judgement[] = published.evaluate(
    { dkimRecords: new Listing([keys()]), parkedDomains: new Listing([sending]) },
    OPTIONS,
    { now: new Date(0), target: { account: 't', cloud: 'global' } },
  );
  expect(judged.map((one) => one.id)).toEqual([ID]);
});
