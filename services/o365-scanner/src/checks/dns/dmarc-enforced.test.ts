import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { DmarcFound } from '../../facts/dns/dmarc-records.ts';
import { refused } from '../../testing/readings.ts';
import check from './dmarc-enforced.ts';

type Domain = DmarcFound & { readonly id: string };
const ID = 'mail.larkfield.example';
const domain = (records: readonly string[], at: string | null = ID): Domain => ({ id: ID, at, records });
const initial = {
  id: 'larkfield.onmicrosoft.com',
  authentication: 'Managed',
  isDefault: false,
  isInitial: true,
  isRoot: true,
  isVerified: true,
  services: ['Email'],
  passwordValidityDays: null,
};
const facts = (...found: readonly Domain[]) => ({
  dmarcRecords: new Listing(found),
  domains: new Listing([initial]),
});
const own = (...records: readonly string[]) => facts(domain(records));
const inherited = (record: string) => facts(domain([record], 'larkfield.example'));
const old = { acceptedPolicies: ['none', 'quarantine', 'reject'], minPercent: 0, requiredTags: [] };
const BOTH = 'rua=mailto:a@b.example; ruf=mailto:a@b.example';

test.each(
  cases(check, [
    { when: 'reject', with: old, facts: own('v=DMARC1; p=reject'), then: 'pass', says: /policy reject for 100 %/ },
    { when: 'none, before 3.0.0', with: old, facts: own('v=DMARC1; p=none'), then: 'pass', says: /only watches/ },
    {
      when: 'no pct and no reports, before 3.0.0',
      with: old,
      facts: own('v=DMARC1; p=quarantine; pct=5'),
      then: 'pass',
    },
    { when: 'no record', with: old, facts: facts(domain([], null)), then: 'fail', says: /has no DMARC record/ },
    {
      when: 'several',
      with: old,
      facts: own('v=DMARC1; p=reject', 'v=DMARC1; p=none'),
      then: 'fail',
      says: /2 DMARC records, which count as none/,
    },
    { when: 'several, the same', with: old, facts: own('v=DMARC1; p=reject', 'v=DMARC1; p=reject'), then: 'fail' },
    { when: 'a record without a policy', with: old, facts: own('v=DMARC1;'), then: 'fail', says: /states no policy/ },
    {
      when: 'inherited',
      with: old,
      facts: inherited('v=DMARC1; p=reject'),
      then: 'pass',
      says: /of larkfield.example, which mail.larkfield.example inherits/,
    },
    { when: 'newest: reject with reports', facts: own(`v=DMARC1; p=reject; ${BOTH}`), then: 'pass' },
    { when: 'newest: quarantine for all', facts: own(`v=DMARC1; p=quarantine; pct=100; ${BOTH}`), then: 'pass' },
    {
      when: 'newest: none',
      facts: own(`v=DMARC1; p=none; ${BOTH}`),
      then: 'fail',
      says: /policy is none, quarantine or reject is wanted/,
    },
    {
      when: 'newest: for some of the mail',
      facts: own(`v=DMARC1; p=reject; pct=99; ${BOTH}`),
      then: 'fail',
      says: /99 %/,
    },
    {
      when: 'newest: no reports of failures',
      facts: own('v=DMARC1; p=reject; rua=mailto:a@b.example'),
      then: 'fail',
      says: /no ruf/,
    },
    {
      when: 'the milder reading',
      with: { requiredTags: ['rua'] },
      facts: own('v=DMARC1; p=reject; rua=mailto:a@b.example'),
      then: 'pass',
    },
    {
      when: 'newest: inherits sp, which is none',
      facts: inherited(`v=DMARC1; p=reject; sp=none; ${BOTH}`),
      then: 'fail',
    },
    {
      when: 'newest: inherits sp, which is stricter',
      facts: inherited(`v=DMARC1; p=none; sp=reject; ${BOTH}`),
      then: 'pass',
    },
    {
      when: 'newest: sp does not matter to its own domain',
      facts: own(`v=DMARC1; p=reject; sp=none; ${BOTH}`),
      then: 'pass',
    },
    { when: 'no mail domain', with: old, facts: facts(), then: 'not-applicable', says: /no verified domain/ },
    {
      when: 'DNS down for one domain',
      with: old,
      facts: {
        ...facts(),
        dmarcRecords: new Listing<Domain>([domain(['v=DMARC1; p=reject'])], [refused('dns/dmarc-records')]),
      },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test("Microsoft's own domain is shown and not judged", () =>
  expect(judgements(check, { when: '', facts: own('v=DMARC1; p=reject'), with: old, then: 'pass' })[1]).toMatchObject({
    id: 'larkfield.onmicrosoft.com',
    verdict: 'not-applicable',
  }));
test('no address of a report reaches the evidence', () =>
  expect(
    JSON.stringify(judgements(check, { when: '', facts: own(`v=DMARC1; p=none; ${BOTH}`), then: 'fail' })),
  ).not.toContain('a@b.example'));
