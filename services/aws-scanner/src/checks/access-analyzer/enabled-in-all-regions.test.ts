import { expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import check from './enabled-in-all-regions.ts';

const analyzer = (type: string, status = 'ACTIVE') => ({
  id: 'arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/a',
  type,
  status,
});
const region = (name: string, ...analyzers: readonly ReturnType<typeof analyzer>[]) => ({
  region: name,
  analyzers: [...analyzers],
});
const gap: Gap = {
  fact: 'access-analyzer/analyzers',
  cause: 'denied',
  region: 'us-east-1',
  rights: ['access-analyzer:ListAnalyzers'],
  detail: 'no',
};
const read = (...regions: readonly ReturnType<typeof region>[]) => ({ analyzers: new Listing(regions) });
const partly = (...regions: readonly ReturnType<typeof region>[]) => ({ analyzers: new Listing(regions, [gap]) });
const account = region('eu-west-1', analyzer('ACCOUNT'));
const organization = region('eu-west-2', analyzer('ORGANIZATION'));
const empty = region('eu-west-2');
const one = { everyRegion: false };
const byPerson = { whenUnproven: 'manual' };

test.each(
  cases(check, [
    { when: 'one in every region', facts: read(account, organization), then: 'pass' },
    {
      when: 'a region without',
      facts: read(account, empty),
      then: 'fail',
      says: /eu-west-2 has no active .*found: none/,
    },
    ...['CREATING', 'DISABLED', 'FAILED'].map((status) => ({
      when: `one in status ${status}`,
      facts: read(region('eu-west-1', analyzer('ACCOUNT', status))),
      then: 'fail' as const,
      says: new RegExp(`found: ACCOUNT ${status}`),
    })),
    ...[
      'ACCOUNT_UNUSED_ACCESS',
      'ORGANIZATION_UNUSED_ACCESS',
      'ACCOUNT_INTERNAL_ACCESS',
      'ORGANIZATION_INTERNAL_ACCESS',
    ].map((type) => ({
      when: `only ${type}`,
      facts: read(region('eu-west-1', analyzer(type))),
      then: 'fail' as const,
    })),
    {
      when: 'unused access, where any type counts',
      facts: read(region('eu-west-1', analyzer('ACCOUNT_UNUSED_ACCESS'))),
      with: { externalAccessTypesOnly: false },
      then: 'pass',
    },
    {
      when: 'several, one of which counts',
      facts: read(region('eu-west-1', analyzer('ACCOUNT_UNUSED_ACCESS'), analyzer('ACCOUNT'))),
      then: 'pass',
    },
    { when: 'none, run centrally', facts: read(empty), with: byPerson, then: 'manual' },
    { when: 'a region unread', facts: partly(account), then: 'not-assessed' },
    { when: 'a region unread, another without', facts: partly(empty), then: 'fail' },
    { when: 'no region at all', facts: read(), then: 'fail' },
    // 1.3.0: one for the account
    { when: 'one is enough', facts: read(account, empty), with: one, then: 'pass', says: /eu-west-2 has no active/ },
    { when: 'one is enough, another region unread', facts: partly(account), with: one, then: 'pass' },
    {
      when: 'none in any region',
      facts: read(region('eu-west-1', analyzer('ACCOUNT', 'FAILED')), empty),
      with: one,
      then: 'fail',
      says: /in any of eu-west-1, eu-west-2/,
    },
    { when: 'none seen, a region unread', facts: partly(empty), with: one, then: 'not-assessed' },
    { when: 'none, run centrally, one is enough', facts: read(empty), with: { ...one, ...byPerson }, then: 'manual' },
    { when: 'no region at all, one is enough', facts: read(), with: one, then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('where one is enough, the account passes and the regions without are shown', () => {
  const rows = judgements(check, { when: '', facts: partly(account, empty), with: one, then: 'pass' });
  expect(rows).toMatchObject([
    { id: null, region: null, verdict: 'pass' },
    { id: null, region: 'eu-west-2', verdict: 'not-applicable', evidence: [{ fields: { analyzers: [] } }] },
    { id: null, region: 'us-east-1', verdict: 'not-applicable', reason: expect.stringMatching(/could not be read/) },
  ]);
});
