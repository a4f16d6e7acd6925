import { derive, optional } from '@cis-scan/engine';
import { bucketArn, partitionOf } from '../../semantics/arn.ts';
import { ownedBuckets } from '../s3/owned-buckets.ts';
import { trails } from './trails.ts';

/** Whose a bucket is, as far as the account's own list of buckets tells; one that is not in it may also be deleted. */
export type BucketOwner = 'this-account' | 'elsewhere' | 'unknown';

/**
 * The buckets to which trails deliver, each once, wherever they live and whoever owns them. `region` is known of the
 * account's own buckets only. Without the list of buckets the trails still tell the names.
 */
export const logBuckets = derive({
  name: 'cloudtrail/log-buckets',
  needs: { trails, ownedBuckets: optional(ownedBuckets) },
  from: (facts) => {
    const listed = facts.ownedBuckets.ok ? facts.ownedBuckets.value.parts() : undefined;
    const regions = new Map(listed?.items.map((bucket) => [bucket.id, bucket.region]));
    const unlocated = new Set(listed?.gaps.map((gap) => gap.resource));
    const ownerOf = (id: string): BucketOwner => {
      if (listed === undefined) return 'unknown';
      return regions.has(id) || unlocated.has(id) ? 'this-account' : 'elsewhere';
    };
    const idOf = (trail: { readonly home: string; readonly bucket: string }): string =>
      bucketArn(partitionOf(trail.home), trail.bucket);
    const known = facts.trails.known();
    const seen = new Set<string>();
    return facts.trails.flatMap((trail) => {
      const id = idOf(trail);
      if (seen.has(id)) return [];
      seen.add(id);
      return [
        {
          id,
          name: trail.bucket,
          region: regions.get(id) ?? null,
          owner: ownerOf(id),
          trails: known.filter((other) => idOf(other) === id).map((other) => other.id),
        },
      ];
    });
  },
});
