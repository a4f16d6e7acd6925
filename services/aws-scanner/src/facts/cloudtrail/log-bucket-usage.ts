import { linked } from '../linked.ts';
import { logBucketLogging } from '../s3/log-bucket-logging.ts';
import { logBuckets } from './log-buckets.ts';

/** Buckets that trails deliver to with whether their own use is logged, or with the gap in place of it. */
export const logBucketUsage = linked({
  name: 'cloudtrail/log-bucket-usage',
  of: logBuckets,
  beside: { logging: logBucketLogging },
});
