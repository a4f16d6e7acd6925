import { linked } from '../linked.ts';
import { bucketPolicies } from '../s3/bucket-policies.ts';
import { logBucketAcls } from '../s3/log-bucket-acls.ts';
import { logBuckets } from './log-buckets.ts';

/** Buckets that trails deliver to with what grants access to them, each part as far as it could be read. */
export const logBucketAccess = linked({
  name: 'cloudtrail/log-bucket-access',
  of: logBuckets,
  beside: { acl: logBucketAcls, policy: bucketPolicies },
});
