import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Changes to bucket policies raise an alarm',
  why: 'One changed bucket policy can publish everything in it.',
  fix: fixFor('changes to policies, ACLs, CORS, lifecycle and replication of buckets'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'event-names',
    names: [
      'PutBucketAcl',
      'PutBucketPolicy',
      'PutBucketCors',
      'PutBucketLifecycle',
      'PutBucketReplication',
      'DeleteBucketPolicy',
      'DeleteBucketCors',
      'DeleteBucketLifecycle',
      'DeleteBucketReplication',
    ],
    source: { value: 's3.amazonaws.com', required: true },
  }),
});
