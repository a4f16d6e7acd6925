import { derive } from '@cis-scan/engine';
import { listedBuckets } from './listed-buckets.ts';

/** Buckets whose region the list did not tell: none on AWS, all on emulators that know no better. */
export const unlocatedBuckets = derive({
  name: 's3/unlocated-buckets',
  needs: { listedBuckets },
  from: (facts) => facts.listedBuckets.filter((bucket) => bucket.region === null),
});
