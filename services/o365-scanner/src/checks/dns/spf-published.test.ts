import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { Zones } from '../../semantics/spf.ts';
import { refused } from '../../testing/readings.ts';
import check from './spf-published.ts';

const OUTLOOK = 'spf.protection.outlook.com';
const zones = (more: Record<string, readonly string[] | 'unread'> = {}): Zones =>
  new Map(Object.entries({ [OUTLOOK]: ['v=spf1 ip4:203.0.113.0/24 -all'], ...more }));
const domain = (...records: readonly string[]) => ({ id: 'larkfield.example', exists: true, records });
const facts = (records: readonly string[], more: Parameters<typeof zones>[0] = {}) => ({
  spfRecords: new Listing([domain(...records)]),
  spfIncludes: zones(more),
});
const one = (record: string, more: Parameters<typeof zones>[0] = {}) => facts([record], more);
const context = { target: { account: 't', cloud: 'global' } } as const;

test.each(
  cases(check, [
    { when: 'hard fail', facts: one(`v=spf1 include:${OUTLOOK} -all`), then: 'pass' },
    { when: 'soft fail', facts: one(`V=SPF1 Include:${OUTLOOK.toUpperCase()} ~all`), then: 'pass' },
    { when: 'neutral', facts: one(`v=spf1 include:${OUTLOOK} ?all`), then: 'fail', says: /ends in \?all/ },
    { when: 'everybody', facts: one(`v=spf1 include:${OUTLOOK} +all`), then: 'fail' },
    { when: 'everybody, without the sign', facts: one(`v=spf1 include:${OUTLOOK} all`), then: 'fail', says: /\+all/ },
    { when: 'no last word', facts: one(`v=spf1 include:${OUTLOOK}`), then: 'fail' },
    {
      when: 'Microsoft is not included',
      facts: one('v=spf1 ip4:203.0.113.1 -all'),
      then: 'fail',
      says: /does not include/,
    },
    { when: 'included after the end', facts: one(`v=spf1 ip4:203.0.113.1 -all include:${OUTLOOK}`), then: 'fail' },
    { when: 'by redirect to Microsoft', facts: one(`v=spf1 redirect=${OUTLOOK}`), then: 'pass' },
    {
      when: 'by redirect to a record that includes it',
      facts: one('v=spf1 redirect=_spf.example', { '_spf.example': [`v=spf1 include:${OUTLOOK} -all`] }),
      then: 'pass',
    },
    {
      when: 'an include without record',
      facts: one(`v=spf1 include:${OUTLOOK} include:gone.example -all`, { 'gone.example': [] }),
      then: 'fail',
      says: /gone.example has no SPF record/,
    },
    {
      when: 'an include that nobody could read',
      facts: one(`v=spf1 include:${OUTLOOK} include:x.example -all`, { 'x.example': 'unread' }),
      then: 'not-assessed',
    },
    { when: 'no record', facts: facts([]), then: 'fail', says: /has no SPF record/ },
    {
      when: 'no such name',
      facts: { spfRecords: new Listing([{ ...domain(), exists: false }]), spfIncludes: zones() },
      then: 'fail',
      says: /not in public DNS/,
    },
    {
      when: 'two records',
      facts: facts([`v=spf1 include:${OUTLOOK} -all`, 'v=spf1 -all']),
      then: 'fail',
      says: /2 SPF records/,
    },
    { when: 'parked', facts: one('v=spf1 -all'), then: 'pass', says: /parked/ },
    { when: 'ten look-ups', facts: one(`v=spf1 include:${OUTLOOK} ${'a:h.example '.repeat(9)}-all`), then: 'pass' },
    {
      when: 'eleven look-ups',
      facts: one(`v=spf1 include:${OUTLOOK} ${'a:h.example '.repeat(10)}-all`),
      then: 'fail',
      says: /more than 10 DNS look-ups/,
    },
    {
      when: 'a record that includes itself',
      facts: one(`v=spf1 include:${OUTLOOK} include:loop.example -all`, {
        'loop.example': ['v=spf1 include:loop.example -all'],
      }),
      then: 'fail',
      says: /look-ups/,
    },
    {
      when: 'no mail domain',
      facts: { spfRecords: new Listing<ReturnType<typeof domain>>([]), spfIncludes: zones() },
      then: 'not-applicable',
    },
    {
      when: 'DNS down for the domain',
      facts: {
        spfRecords: new Listing<ReturnType<typeof domain>>([], [refused('dns/spf-records')]),
        spfIncludes: zones(),
      },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, { ...c, context })).toBe(c.then));

test("another cloud's include does not count", () => {
  const china = { target: { account: 't', cloud: 'china' } } as const;
  expect(
    judge(check, {
      when: '',
      facts: one(`v=spf1 include:${OUTLOOK} -all`),
      context: china,
      then: 'fail',
      says: /partner/,
    }),
  ).toBe('fail');
});
