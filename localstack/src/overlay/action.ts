import type { Call } from './call.ts';

/** IAM actions that are not called as the operation they allow. */
const ACTIONS: Record<string, string> = {
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:HeadBucket': 's3:ListBucket',
  's3:HeadObject': 's3:GetObject',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:ListObjectsV2': 's3:ListBucket',
  's3control:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
};

/** service:Operation, the API's name of a call. */
export function nameOf(call: Call): string {
  return `${call.service}:${call.operation}`;
}

/** The IAM action that a call needs. */
export function actionOf(call: Call): string {
  return ACTIONS[nameOf(call)] ?? nameOf(call);
}
