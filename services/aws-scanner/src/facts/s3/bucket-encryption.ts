import { perItem } from '../define.ts';
import { unlessAbsent } from '../door.ts';
import { buckets } from './buckets.ts';

/** Buckets with the algorithms of their default encryption; none where none is set. API: s3 GetBucketEncryption. */
export const bucketEncryption = perItem({
  name: 's3/bucket-encryption',
  calls: ['s3:GetBucketEncryption'],
  of: buckets,
  region: (bucket) => bucket.region,
  id: (bucket) => bucket.id,
  async read({ s3 }, bucket): Promise<{ readonly algorithms: readonly string[] }> {
    const answer = await unlessAbsent(
      s3.getBucketEncryption({ Bucket: bucket.name }),
      'ServerSideEncryptionConfigurationNotFoundError',
    );
    const rules = answer?.ServerSideEncryptionConfiguration?.Rules ?? [];
    return { algorithms: rules.flatMap((rule) => rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm ?? []) };
  },
});
