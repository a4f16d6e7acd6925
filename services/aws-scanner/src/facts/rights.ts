import type { Call } from '../aws.ts';

/**
 * IAM actions whose name is not the operation's. Source: AWS service authorization reference (Amazon S3, where the
 * account-level and the bucket-level block share an operation name, and IAM's credential report).
 */
const ACTIONS: Readonly<Partial<Record<Call, readonly string[]>>> = {
  's3:ListBuckets': ['s3:ListAllMyBuckets'],
  's3:GetBucketEncryption': ['s3:GetEncryptionConfiguration'],
  's3:GetPublicAccessBlock': ['s3:GetBucketPublicAccessBlock'],
  's3control:GetPublicAccessBlock': ['s3:GetAccountPublicAccessBlock'],
};

/** The IAM actions that an operation takes. */
export const rightsFor = (call: Call): readonly string[] => ACTIONS[call] ?? [call];

/** How evidence names an operation: by its service's own name. */
export const sourceOf = (call: Call): string => call.replace(/^s3control:/, 's3:');
