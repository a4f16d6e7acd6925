import { regionOfLocation } from '../../semantics/bucket-location.ts';
import { perItem } from '../define.ts';
import { unlocatedBuckets } from './unlocated-buckets.ts';

/** Regions of the buckets of which the list did not tell them. API: s3 GetBucketLocation, which any region answers. */
export const bucketLocations = perItem({
  name: 's3/bucket-locations',
  calls: ['s3:GetBucketLocation'],
  of: unlocatedBuckets,
  region: () => 'global',
  id: (bucket) => bucket.id,
  async read({ s3 }, bucket) {
    const { LocationConstraint } = await s3.getBucketLocation({ Bucket: bucket.name });
    return { region: regionOfLocation(LocationConstraint) };
  },
});
