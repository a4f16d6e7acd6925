import {
  CreateBucketCommand,
  PutBucketLoggingCommand,
  PutBucketPolicyCommand,
  PutPublicAccessBlockCommand,
  type BucketLocationConstraint,
} from '@aws-sdk/client-s3';
import { HOME, type SeededAccount } from './account.ts';

/** Block Public Access with all four settings on. */
export const ALL_BLOCKED = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
} as const;

export interface BucketPlan {
  readonly name: string;
  readonly region?: string;
  readonly policy?: string;
  readonly blocked?: boolean;
  /** Bucket that gets the access log. */
  readonly loggedTo?: string;
}

/** Makes a bucket; names are global, so they bear the account. */
export async function seedBucket(account: SeededAccount, plan: BucketPlan): Promise<void> {
  const region = plan.region ?? HOME;
  const s3 = account.s3(region);
  const Bucket = plan.name;
  await s3.send(
    new CreateBucketCommand({
      Bucket,
      ...(region === 'us-east-1'
        ? {}
        : { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } }),
    }),
  );
  if (plan.policy !== undefined) await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: plan.policy }));
  if (plan.blocked) {
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: ALL_BLOCKED }));
  }
  if (plan.loggedTo !== undefined) {
    await s3.send(
      new PutBucketLoggingCommand({
        Bucket,
        BucketLoggingStatus: { LoggingEnabled: { TargetBucket: plan.loggedTo, TargetPrefix: `${Bucket}/` } },
      }),
    );
  }
}
