import { check, fail, notApplicable, notAssessed, pass, saw, target } from '@cis-scan/engine';
import { bucketPolicies } from '../../facts/s3/bucket-policies.ts';
import { bucketsWithPolicy } from '../../facts/s3/buckets-with-policy.ts';
import { deniesPlainHttp } from '../../semantics/plain-http.ts';

export default check({
  title: 'Bucket policies refuse plain HTTP',
  why: 'Over plain HTTP, data and signed requests can be read and changed on the way.',
  fix: 'Add a statement to the bucket policy that denies s3:* on the bucket and its objects to everyone where aws:SecureTransport is false.',
  needs: { bucketsWithPolicy },
  options: {
    /** Action that the deny must cover at least: `s3:GetObject` or `s3:*`. */
    minimumDeniedAction: 's3:*',
    /** True: a deny of old TLS versions counts like one of plain HTTP. */
    tlsVersionConditionAccepted: true,
    minTlsVersion: 1.2,
    /** True: a deny that further conditions narrow counts, with a note. */
    narrowedDenyPasses: false,
  },
  evaluate: (facts, options) =>
    facts.bucketsWithPolicy.each(
      (bucket) => {
        const { id, name, policy } = bucket;
        if ('gap' in policy) return notAssessed(policy.gap, bucket);
        const { statements } = policy.value;
        if (statements === null) {
          const found = saw(bucketPolicies, { bucket: name, policy: null });
          return fail(bucket, `bucket ${name} has no policy, so plain HTTP is not refused`, found);
        }
        const { denies, statement, notes } = deniesPlainHttp(statements, id, options);
        const found = saw(bucketPolicies, { bucket: name, policy: 'present', denyingStatement: statement, notes });
        const noted = notes.map((note) => `; ${note}`).join('');
        return denies
          ? pass(bucket, `${statement} of the policy of bucket ${name} refuses plain HTTP${noted}`, found)
          : fail(
              bucket,
              `no statement of the policy of bucket ${name} denies ${options.minimumDeniedAction} to everyone over plain HTTP${noted}`,
              found,
            );
      },
      () => notApplicable(target, 'the account has no bucket'),
    ),
});
