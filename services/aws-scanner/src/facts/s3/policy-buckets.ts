import { derive, Listing, optional, type Reading } from '@cis-scan/engine';
import { logBuckets } from '../cloudtrail/log-buckets.ts';
import { buckets } from './buckets.ts';

const listingOf = <T>(reading: Reading<Listing<T>>): Listing<T> =>
  reading.ok ? reading.value : new Listing<T>([], [reading.gap]);

/**
 * Buckets whose policy anybody asks for: the account's, and those that trails deliver to, each once. One list for both, so
 * that no policy is asked for twice; either half stands without the other.
 */
export const policyBuckets = derive({
  name: 's3/policy-buckets',
  needs: { buckets: optional(buckets), logBuckets: optional(logBuckets) },
  from: (facts) => {
    const both = [listingOf(facts.buckets), listingOf(facts.logBuckets)].map((half) => half.parts());
    const one = ({ id, name, region }: { id: string; name: string; region: string | null }) => ({ id, name, region });
    const byId = new Map(both.flatMap(({ items }) => items.map((bucket) => [bucket.id, one(bucket)] as const)));
    return new Listing(
      [...byId.values()],
      both.flatMap(({ gaps }) => gaps),
    );
  },
});
