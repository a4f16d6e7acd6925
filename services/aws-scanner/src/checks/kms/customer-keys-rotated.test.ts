import { expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import check from './customer-keys-rotated.ts';

const key = (notRotatable: string | null, n = 1) => ({
  id: `arn:aws:kms:eu-west-1:111122223333:key/${n}`,
  region: 'eu-west-1',
  manager: 'CUSTOMER' as const,
  spec: 'SYMMETRIC_DEFAULT' as const,
  usage: 'ENCRYPT_DECRYPT' as const,
  origin: 'AWS_KMS' as const,
  state: 'Enabled' as const,
  multiRegion: null,
  notRotatable,
});
const rotating = (rotates: boolean, periodDays: number | null = null, n = 1) => ({
  ...key(null, n),
  rotates,
  periodDays,
});
type Rotating = ReturnType<typeof rotating>;
const gap = (fact: string, right: string, resource?: string): Gap => ({
  fact,
  cause: 'denied',
  region: 'eu-west-1',
  ...(resource && { resource }),
  rights: [right],
  detail: 'no',
});
const listGap = gap('kms/keys', 'kms:ListKeys');
const describeGap = gap('kms/described-keys', 'kms:DescribeKey', key(null, 8).id);
const rotationGap = gap('kms/key-rotation', 'kms:GetKeyRotationStatus', key(null, 9).id);
/** Facts as they come: what spoils the description of a key spoils its rotation too. */
const read = (
  cannot: readonly string[],
  can: readonly Rotating[],
  described: readonly Gap[] = [],
  rotation: readonly Gap[] = [],
) => ({
  customerKeys: new Listing(
    [...cannot.map((why, i) => key(why, 100 + i)), ...can.map((k) => ({ ...key(null), id: k.id }))],
    described,
  ),
  keyRotation: new Listing(can, [...described, ...rotation]),
});

test.each(
  cases(check, [
    { when: 'on', facts: read([], [rotating(true, 365)]), then: 'pass', says: /rotation is on$/ },
    { when: 'on, period not told', facts: read([], [rotating(true)]), then: 'pass' },
    { when: 'off', facts: read([], [rotating(false)]), then: 'fail', says: /is off, it should be on/ },
    { when: 'one on, one off', facts: read([], [rotating(true, 365), rotating(false, null, 2)]), then: 'fail' },
    {
      when: 'more seldom than a year',
      facts: read([], [rotating(true, 2560)]),
      then: 'pass',
      says: /every 2560 days.*more than a year/,
    },
    { when: 'more often than a year', facts: read([], [rotating(true, 90)]), then: 'pass' },
    {
      when: 'more seldom than asked for',
      facts: read([], [rotating(true, 366)]),
      with: { maxRotationPeriodDays: 365 },
      then: 'fail',
      says: /every 366 days, at most 365/,
    },
    {
      when: 'as often as asked for',
      facts: read([], [rotating(true, 365)]),
      with: { maxRotationPeriodDays: 365 },
      then: 'pass',
    },
    {
      when: 'only keys that cannot rotate',
      facts: read(['its material was imported'], []),
      then: 'not-applicable',
      says: /imported/,
    },
    { when: 'one that cannot beside one that does', facts: read(['disabled'], [rotating(true)]), then: 'pass' },
    { when: 'one that cannot beside one that does not', facts: read(['disabled'], [rotating(false)]), then: 'fail' },
    { when: 'a key that refuses DescribeKey', facts: read([], [rotating(true)], [describeGap]), then: 'not-assessed' },
    {
      when: 'a key that refuses GetKeyRotationStatus',
      facts: read([], [rotating(true)], [], [rotationGap]),
      then: 'not-assessed',
    },
    { when: 'a region unread, another key off', facts: read([], [rotating(false)], [listGap]), then: 'fail' },
    { when: 'a region unread', facts: read([], [], [listGap]), then: 'not-assessed' },
    { when: 'no key at all', facts: read([], []), then: 'not-applicable' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a refusal concerns its key alone and names the right', () => {
  const facts = read([], [rotating(true)], [], [rotationGap]);
  expect(judgements(check, { when: '', facts, then: 'not-assessed' })).toMatchObject([
    { id: key(null, 1).id, verdict: 'pass' },
    { id: key(null, 9).id, region: 'eu-west-1', verdict: 'not-assessed', rights: ['kms:GetKeyRotationStatus'] },
  ]);
});
