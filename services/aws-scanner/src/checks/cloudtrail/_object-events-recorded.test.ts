import { describe, expect, test } from '@jest/globals';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import {
  advanced,
  arn,
  bucket,
  data,
  everywhere,
  objects,
  recording,
  trail,
  trailsAndBuckets,
  type,
} from '../../testing/trails.ts';
import check from './s3-object-writes-recorded.ts';

const facts = trailsAndBuckets;
const of = (...trails: ReturnType<typeof recording>[]) => facts(trails, bucket());
const local = trail({ name: 'local', multiRegion: false });

describe('by one trail of all regions, for present and future buckets', () => {
  test.each(
    cases(check, [
      { when: 'one trail for all', facts: of(recording({ basic: everywhere })), then: 'pass' },
      { when: 'one trail for all, no bucket yet', facts: facts([recording({ basic: everywhere })]), then: 'pass' },
      {
        when: 'no bucket and no such trail',
        facts: facts([recording()]),
        then: 'fail',
        says: /all present and future buckets/,
      },
      { when: 'every bucket by name', facts: of(recording({ basic: objects(['arn:aws:s3:::media/']) })), then: 'fail' },
      {
        when: 'a trail of one region',
        facts: of(recording({ of: local, basic: everywhere })),
        then: 'fail',
        says: /covers eu-west-1 only/,
      },
      {
        when: 'all but one bucket',
        facts: of(recording({ advanced: [advanced(data, type, arn({ notStartsWith: ['arn:aws:s3:::logs/'] }))] })),
        then: 'fail',
      },
      { when: 'selectors unread', facts: of(recording({ unread: 'selectors' })), then: 'not-assessed' },
    ]),
  )('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

  test('the account has a row beside those of its buckets', () => {
    const rows = judgements(check, { when: '', facts: of(recording({ basic: everywhere })), then: 'pass' });
    expect(rows.map(({ id }) => id)).toEqual([null, 'arn:aws:s3:::media']);
  });
});
