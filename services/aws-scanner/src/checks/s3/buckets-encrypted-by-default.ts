import { check, fail, notApplicable, pass, saw, target } from '@cis-scan/engine';
import { bucketEncryption } from '../../facts/s3/bucket-encryption.ts';

const ACCEPTED = ['AES256', 'aws:kms', 'aws:kms:dsse'];

export default check({
  title: 'S3 buckets encrypt new objects by default',
  why: 'Who comes by the disks, or by a copy of the raw data, can then read nothing.',
  fix: 'In S3, open the properties of the bucket and choose SSE-S3 or SSE-KMS as default encryption.',
  needs: { bucketEncryption },
  evaluate: (facts) =>
    facts.bucketEncryption.each(
      (bucket) => {
        const { name, algorithms } = bucket;
        const found = saw(bucketEncryption, { bucket: name, defaultEncryption: algorithms });
        const good = algorithms.find((algorithm) => ACCEPTED.includes(algorithm));
        if (good !== undefined)
          return pass(bucket, `bucket ${name} encrypts new objects with ${good} by default`, found);
        const has = algorithms.length > 0 ? `only ${algorithms.join(', ')}` : 'no';
        return fail(
          bucket,
          `bucket ${name} has ${has} default encryption; one of ${ACCEPTED.join(', ')} is wanted`,
          found,
        );
      },
      () => notApplicable(target, 'the account has no bucket'),
    ),
});
