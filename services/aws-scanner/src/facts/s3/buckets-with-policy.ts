import { linked } from '../linked.ts';
import { bucketPolicies } from './bucket-policies.ts';
import { buckets } from './buckets.ts';

/** The buckets in question with their policy, or with the gap in place of it. */
export const bucketsWithPolicy = linked({
  name: 's3/buckets-with-policy',
  of: buckets,
  beside: { policy: bucketPolicies },
});
