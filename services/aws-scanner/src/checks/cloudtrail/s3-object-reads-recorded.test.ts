import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { advanced, basic, bucket, recording, trail } from '../../testing/trails.ts';
import check from './s3-object-reads-recorded.ts';

// What reads and writes have in common is in the table of the writes; here is where they differ.
const objects = (readWriteType: 'All' | 'ReadOnly' | 'WriteOnly') =>
  recording({
    basic: [basic({ readWriteType, dataResources: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }] })],
  });
const selector = (readOnly: string) =>
  recording({
    advanced: [
      advanced(
        { field: 'eventCategory', equals: ['Data'] },
        { field: 'resources.type', equals: ['AWS::S3::Object'] },
        { field: 'readOnly', equals: [readOnly] },
      ),
    ],
  });
const of = (...trails: ReturnType<typeof recording>[]) => ({
  recordingTrails: new Listing(trails),
  buckets: new Listing([bucket()]),
});
const none = { recordingTrails: new Listing([objects('All')].slice(1)), buckets: new Listing([bucket()].slice(1)) };
const anyTrail = { multiRegionTrailRequired: false };

test.each(
  cases(check, [
    { when: 'reads', facts: of(objects('ReadOnly')), then: 'pass' },
    { when: 'reads and writes', facts: of(objects('All')), then: 'pass' },
    {
      when: 'writes only',
      facts: of(objects('WriteOnly')),
      then: 'fail',
      says: /object-level read events of bucket media/,
    },
    { when: 'advanced, reads', facts: of(selector('true')), then: 'pass' },
    { when: 'advanced, writes', facts: of(selector('false')), then: 'fail' },
    { when: 'reads and writes by two trails', facts: of(objects('WriteOnly'), objects('ReadOnly')), then: 'pass' },
    {
      when: 'a trail of one region, which is enough',
      facts: of({ ...objects('All'), ...trail({ multiRegion: false }) }),
      with: anyTrail,
      then: 'pass',
    },
    { when: 'a trail of one region', facts: of({ ...objects('All'), ...trail({ multiRegion: false }) }), then: 'fail' },
    { when: 'nothing at all, any trail would do', facts: none, with: anyTrail, then: 'not-applicable' },
    { when: 'nothing at all, one trail is asked', facts: none, then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
