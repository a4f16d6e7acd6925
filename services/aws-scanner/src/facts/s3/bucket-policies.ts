import { concernsPlainHttp } from '../../semantics/plain-http.ts';
import { concernsEveryone } from '../../semantics/bucket-policy.ts';
import { readPolicy, type Statement } from '../../semantics/policy.ts';
import { perItem } from '../define.ts';
import { unlessAbsent } from '../door.ts';
import { told } from '../told.ts';
import { policyBuckets } from './policy-buckets.ts';

/**
 * Buckets with those statements of their policy that open it to everyone or speak of the transport (the rest is dropped: a
 * policy may have 20 KB); `null` where there is no policy. A policy that is not understood in whole is a gap. A bucket of
 * unknown region is asked for at the partition's home, from where S3 redirects. API: s3 GetBucketPolicy.
 */
export const bucketPolicies = perItem({
  name: 's3/bucket-policies',
  calls: ['s3:GetBucketPolicy'],
  of: policyBuckets,
  region: (bucket) => bucket.region ?? 'global',
  id: (bucket) => bucket.id,
  async read({ s3 }, bucket): Promise<{ readonly statements: readonly Statement[] | null }> {
    const answer = await unlessAbsent(s3.getBucketPolicy({ Bucket: bucket.name }), 'NoSuchBucketPolicy');
    if (answer === undefined) return { statements: null };
    const policy = readPolicy(told(answer.Policy, 'the policy of the bucket'));
    if (!policy.ok) throw new Error(`the policy of the bucket is not understood: ${policy.detail}`);
    return { statements: policy.statements.filter((s) => concernsEveryone(s) || concernsPlainHttp(s)) };
  },
});
