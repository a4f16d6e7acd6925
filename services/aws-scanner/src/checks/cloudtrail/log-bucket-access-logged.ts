import { check, fail, pass, saw } from '@cis-scan/engine';
import { logBucketUsage } from '../../facts/cloudtrail/log-bucket-usage.ts';
import { logBucketLogging } from '../../facts/s3/log-bucket-logging.ts';
import { outOfSight } from '../_out-of-sight.ts';
import { deliveredBy, gone, unreadBucket, unreadTrails } from './_log-bucket.ts';
import { noTrail } from './_no-trail.ts';

export default check({
  title: 'Access to the buckets that hold CloudTrail logs is itself logged',
  why: 'Who looked at the logs, or tried to delete them, is part of the story after an incident.',
  fix: 'In S3, open the properties of the bucket, turn on server access logging, and choose another bucket as its target.',
  needs: { logBucketUsage },
  options: { ...outOfSight },
  evaluate: (facts, options, context) =>
    facts.logBucketUsage.each(
      (bucket) => {
        if ('gap' in bucket.logging) return unreadBucket(options, bucket)(bucket.logging.gap);
        const { exists, target } = bucket.logging.value;
        if (!exists) return gone(bucket);
        const seen = [deliveredBy(bucket), saw(logBucketLogging, { bucket: bucket.name, accessLogsGoTo: target })];
        if (target === null) {
          return fail(bucket, `bucket ${bucket.name} holds trail logs and has no server access logging`, ...seen);
        }
        const itself = target === bucket.name ? ', which is the same bucket: another one would be better' : '';
        return pass(bucket, `server access logs of bucket ${bucket.name} go to ${target}${itself}`, ...seen);
      },
      noTrail('no trail bucket has its access logged'),
      unreadTrails(options, context),
    ),
});
