import { describe, expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import {
  advanced,
  arn,
  bucket,
  data,
  everywhere,
  gap,
  objects,
  organizationTrail,
  recording,
  trail,
  trailsAndBuckets as facts,
  type,
  unreadRegion,
} from '../../testing/trails.ts';
import check from './s3-object-writes-recorded.ts';

const of = (...trails: ReturnType<typeof recording>[]) => facts(trails, bucket());
const local = trail({ name: 'local', multiRegion: false });
const far = trail({ name: 'far', home: 'us-east-1', multiRegion: false });
const foreign = recording({ of: organizationTrail(), unread: 'selectors' });
const manual = { whenOutOfSight: 'manual' };
const anyTrail = { multiRegionTrailRequired: false };

describe('by any trail, bucket for bucket', () => {
  test.each(
    cases(check, [
      { when: 'all buckets', facts: of(recording({ basic: everywhere })), then: 'pass' },
      {
        when: 'all buckets, the longer spelling',
        facts: of(recording({ basic: objects(['arn:aws:s3:::']) })),
        then: 'pass',
      },
      { when: 'this bucket', facts: of(recording({ basic: objects(['arn:aws:s3:::media/']) })), then: 'pass' },
      { when: 'reads and writes', facts: of(recording({ basic: objects(['arn:aws:s3'], 'All') })), then: 'pass' },
      {
        when: 'reads only',
        facts: of(recording({ basic: objects(['arn:aws:s3'], 'ReadOnly') })),
        then: 'fail',
        says: /no trail records object-level write events of bucket media: trail main does not record these/,
      },
      {
        when: 'a prefix of objects only',
        facts: of(recording({ basic: objects(['arn:aws:s3:::media/photos/']) })),
        then: 'fail',
        says: /only a part of the objects/,
      },
      { when: 'another bucket', facts: of(recording({ basic: objects(['arn:aws:s3:::media-2/']) })), then: 'fail' },
      { when: 'advanced, all', facts: of(recording({ advanced: [advanced(data, type)] })), then: 'pass' },
      {
        when: 'advanced, writes',
        facts: of(recording({ advanced: [advanced(data, type, { field: 'readOnly', equals: ['false'] })] })),
        then: 'pass',
      },
      {
        when: 'advanced, reads',
        facts: of(recording({ advanced: [advanced(data, type, { field: 'readOnly', equals: ['true'] })] })),
        then: 'fail',
      },
      {
        when: 'advanced, this bucket',
        facts: of(recording({ advanced: [advanced(data, type, arn({ startsWith: ['arn:aws:s3:::media/'] }))] })),
        then: 'pass',
      },
      {
        when: 'advanced, all but this bucket',
        facts: of(recording({ advanced: [advanced(data, type, arn({ notStartsWith: ['arn:aws:s3:::media/'] }))] })),
        then: 'fail',
      },
      {
        when: 'advanced, some events only',
        facts: of(recording({ advanced: [advanced(data, type, { field: 'eventName', equals: ['PutObject'] })] })),
        then: 'fail',
        says: /only a part/,
      },
      {
        when: 'stopped',
        facts: of(recording({ logging: false, basic: everywhere })),
        then: 'fail',
        says: /is not logging/,
      },
      { when: "a trail of the bucket's region", facts: of(recording({ of: local, basic: everywhere })), then: 'pass' },
      {
        when: 'a trail of another region',
        facts: of(recording({ of: far, basic: everywhere })),
        then: 'fail',
        says: /covers us-east-1 only/,
      },
      {
        when: 'a trail for each of two buckets',
        facts: facts(
          [recording({ of: local, basic: everywhere }), recording({ of: far, basic: everywhere })],
          bucket(),
          bucket('backup', 'us-east-1'),
        ),
        then: 'pass',
      },
      {
        when: 'one bucket of two',
        facts: facts([recording({ basic: objects(['arn:aws:s3:::media/']) })], bucket(), bucket('backup')),
        then: 'fail',
        says: /bucket backup/,
      },
      {
        when: 'the trail that lacks least is named',
        facts: of(recording({ of: far, logging: false }), recording({ basic: objects(['arn:aws:s3:::media/a']) })),
        then: 'fail',
        says: /bucket media: trail main records only a part/,
      },
      {
        when: 'a bucket of China',
        facts: facts([recording({ of: trail({ home: 'cn-north-1' }), basic: objects(['arn:aws-cn:s3']) })], {
          id: 'arn:aws-cn:s3:::media',
          name: 'media',
          region: 'cn-north-1',
        }),
        then: 'pass',
      },
      {
        when: "an organisation's trail",
        facts: of(recording({ of: organizationTrail(), basic: everywhere })),
        then: 'pass',
      },
      { when: 'out of sight', facts: of(foreign), then: 'not-assessed' },
      { when: 'out of sight, by option', facts: of(foreign), with: manual, then: 'manual', says: /999988887777/ },
      {
        when: 'out of sight, but another trail is enough',
        facts: of(foreign, recording({ basic: everywhere })),
        then: 'pass',
      },
      { when: 'status unread', facts: of(recording({ basic: everywhere, unread: 'status' })), then: 'not-assessed' },
      {
        when: 'status unread of a trail that records nothing',
        facts: of(recording({ unread: 'status' })),
        then: 'fail',
      },
      {
        when: 'selectors unread of a stopped trail',
        facts: of(recording({ logging: false, unread: 'selectors' })),
        then: 'fail',
      },
      { when: 'no trail', facts: of(), then: 'fail', says: /there is no trail/ },
      {
        when: 'no bucket',
        facts: facts([recording({ basic: everywhere })]),
        then: 'not-applicable',
        says: /no bucket/,
      },
      { when: 'neither trail nor bucket', facts: facts([]), then: 'not-applicable' },
      {
        when: 'recorded, trails of one region unread',
        facts: { ...of(), recordingTrails: new Listing([recording({ basic: everywhere })], [unreadRegion]) },
        then: 'pass',
      },
      {
        when: 'not recorded, trails of one region unread',
        facts: { ...of(), recordingTrails: new Listing([recording()], [unreadRegion]) },
        then: 'not-assessed',
      },
      {
        when: 'recorded, another bucket cannot be located',
        facts: {
          ...of(recording({ basic: everywhere })),
          buckets: new Listing([bucket()], [gap({ resource: 'arn:aws:s3:::closed' })]),
        },
        then: 'not-assessed',
        says: /arn:aws:s3:::closed could not be read/,
      },
      {
        when: 'not recorded, another bucket cannot be located',
        facts: { ...of(), buckets: new Listing([bucket()], [gap({ resource: 'arn:aws:s3:::closed' })]) },
        then: 'fail',
      },
    ]).map((c) => ({ ...c, with: { ...anyTrail, ...c.with } })),
  )('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

  test('a row per bucket, in its own region, and none for the account', () => {
    const rows = judgements(check, {
      when: '',
      facts: facts([recording({ basic: everywhere })], bucket(), bucket('backup', 'us-east-1')),
      with: anyTrail,
      then: 'pass',
    });
    expect(rows.map(({ id, region }) => [id, region])).toEqual([
      ['arn:aws:s3:::media', 'eu-west-1'],
      ['arn:aws:s3:::backup', 'us-east-1'],
    ]);
  });
});
