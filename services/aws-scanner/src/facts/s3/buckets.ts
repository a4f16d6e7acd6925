import { fact } from '../define.ts';
import { ownedBuckets } from './owned-buckets.ts';

/** The account's buckets that the question is about: all, or those in the asked regions. Evidence names `listedBuckets`. */
export const buckets = fact({
  name: 's3/buckets',
  calls: [],
  needs: { ownedBuckets },
  read: async (_, facts, { regions }) =>
    regions === null ? facts.ownedBuckets : facts.ownedBuckets.filter((bucket) => regions.includes(bucket.region)),
});
