import { expect, test } from '@jest/globals';
import { check as define, Listing, type Judgement } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { ParkedDomain } from '../../facts/dns/parked-domains.ts';
import { absent, ID, keys, noKeys, parked, selector, sending, unsure, type Keys } from '../../testing/dkim.ts';
import { refused } from '../../testing/readings.ts';
import { OPTIONS } from './_dkim.ts';
import { published } from './dkim-enabled.ts';

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

test('results are named by their domain', () => {
  const judged: readonly Judgement[] = published.evaluate(
    { dkimRecords: new Listing([keys()]), parkedDomains: new Listing([sending]) },
    OPTIONS,
    { now: new Date(0), target: { account: 't', cloud: 'global' } },
  );
  expect(judged.map((one) => one.id)).toEqual([ID]);
});
