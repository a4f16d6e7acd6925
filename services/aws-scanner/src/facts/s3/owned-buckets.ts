import { derive, Listing, optional } from '@cis-scan/engine';
import { bucketLocations } from './bucket-locations.ts';
import { listedBuckets } from './listed-buckets.ts';

export interface Bucket {
  readonly id: string;
  readonly name: string;
  readonly region: string;
}

/**
 * All general purpose buckets of the account with their region. One that cannot be located is a gap, since it must be
 * asked where it lives. Evidence names `listedBuckets`.
 */
export const ownedBuckets = derive({
  name: 's3/owned-buckets',
  needs: { listedBuckets, bucketLocations: optional(bucketLocations) },
  from: (facts) => {
    const { items, gaps } = facts.listedBuckets.parts();
    const told = items.flatMap(({ id, name, region }): Bucket[] => (region === null ? [] : [{ id, name, region }]));
    const located = facts.bucketLocations.ok ? facts.bucketLocations.value.parts() : undefined;
    const asked = (located?.items ?? []).map(({ id, name, region }): Bucket => ({ id, name, region }));
    const unread = facts.bucketLocations.ok ? (located?.gaps ?? []) : [facts.bucketLocations.gap];
    return new Listing([...told, ...asked], [...gaps, ...unread]);
  },
});
