import { expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import check from './ebs-encrypted-by-default.ts';

const gap: Gap = {
  fact: 'ec2/ebs-encryption-by-default',
  cause: 'denied',
  region: 'us-east-1',
  rights: ['ec2:GetEbsEncryptionByDefault'],
  detail: 'no',
};
const on = { region: 'eu-west-1', enabled: true };
const off = { region: 'eu-west-2', enabled: false };
const read = (regions: readonly (typeof on)[], gaps: readonly Gap[] = []) => ({
  ebsEncryptionByDefault: new Listing(regions, gaps),
});

test.each(
  cases(check, [
    { when: 'on everywhere', facts: read([on, { ...on, region: 'eu-west-2' }]), then: 'pass' },
    { when: 'off in one region', facts: read([on, off]), then: 'fail', says: /is off in eu-west-2/ },
    { when: 'a region unread', facts: read([on], [gap]), then: 'not-assessed' },
    { when: 'a region unread, another off', facts: read([off], [gap]), then: 'fail' },
    { when: 'no region at all', facts: read([]), then: 'not-applicable' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a row per region', () => {
  const rows = judgements(check, { when: '', facts: read([on, off], [gap]), then: 'fail' });
  expect(rows.map((row) => [row.id, row.region, row.verdict])).toEqual([
    [null, 'eu-west-1', 'pass'],
    [null, 'eu-west-2', 'fail'],
    [null, 'us-east-1', 'not-assessed'],
  ]);
});
