import type { AclGrant } from '../../semantics/acl.ts';
import { logBuckets } from '../cloudtrail/log-buckets.ts';
import { perItem } from '../define.ts';
import { unlessAbsent } from '../door.ts';
import { told } from '../told.ts';

/** Buckets that trails deliver to with their access control list; `null` where the bucket is gone. API: s3 GetBucketAcl. */
export const logBucketAcls = perItem({
  name: 's3/log-bucket-acls',
  calls: ['s3:GetBucketAcl'],
  of: logBuckets,
  region: (bucket) => bucket.region ?? 'global',
  id: (bucket) => bucket.id,
  async read({ s3 }, bucket): Promise<{ readonly grants: readonly AclGrant[] | null }> {
    const answer = await unlessAbsent(s3.getBucketAcl({ Bucket: bucket.name }), 'NoSuchBucket');
    if (answer === undefined) return { grants: null };
    return {
      grants: (answer.Grants ?? []).map((grant) => ({
        granteeUri: grant.Grantee?.URI ?? null,
        permission: told(grant.Permission, 'what a grant allows'),
      })),
    };
  },
});
