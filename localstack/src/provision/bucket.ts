import {
  CreateBucketCommand,
  HeadBucketCommand,
  NotFound,
  PutBucketLifecycleConfigurationCommand,
  PutPublicAccessBlockCommand,
  type BucketLocationConstraint,
  type LifecycleRule,
  type S3Client,
} from '@aws-sdk/client-s3';

/** Days after which what lies under a prefix goes. */
const RETENTION = { 'chunks/': 7, 'rows/': 7, 'reports/': 90 } as const;

/** The store of chunks and reports, closed to the public, with its retention. */
export async function provisionBucket(s3: S3Client, bucket: string, region: string): Promise<void> {
  try {
    await s3.send(new HeadBucketCommand({ Bucket: bucket }));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    await s3.send(
      new CreateBucketCommand({
        Bucket: bucket,
        // The oldest region is spelt by leaving the constraint away.
        ...(region === 'us-east-1'
          ? {}
          : { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } }),
      }),
    );
  }
  await s3.send(
    new PutPublicAccessBlockCommand({
      Bucket: bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    }),
  );
  const Rules = Object.entries(RETENTION).map(([Prefix, Days]): LifecycleRule => ({
    ID: `expire-${Prefix.slice(0, -1)}`,
    Status: 'Enabled',
    Filter: { Prefix },
    Expiration: { Days },
  }));
  await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket: bucket, LifecycleConfiguration: { Rules } }));
}
