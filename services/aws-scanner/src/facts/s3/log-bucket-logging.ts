import { logBuckets } from '../cloudtrail/log-buckets.ts';
import { perItem } from '../define.ts';
import { unlessAbsent } from '../door.ts';

/**
 * Buckets that trails deliver to with where their server access logs go: `null` for nowhere (S3 answers with an empty
 * element). `exists` is false where the bucket is gone. API: s3 GetBucketLogging.
 */
export const logBucketLogging = perItem({
  name: 's3/log-bucket-logging',
  calls: ['s3:GetBucketLogging'],
  of: logBuckets,
  region: (bucket) => bucket.region ?? 'global',
  id: (bucket) => bucket.id,
  async read({ s3 }, bucket): Promise<{ readonly exists: boolean; readonly target: string | null }> {
    const answer = await unlessAbsent(s3.getBucketLogging({ Bucket: bucket.name }), 'NoSuchBucket');
    return { exists: answer !== undefined, target: answer?.LoggingEnabled?.TargetBucket || null };
  },
});
