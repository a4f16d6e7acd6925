import {
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketLoggingCommand,
  GetBucketPolicyCommand,
  GetPublicAccessBlockCommand,
  ListBucketsCommand,
} from '@aws-sdk/client-s3';
import type { SeededAccount } from '../account.ts';
import type { Seen } from './seen.ts';

/** The answer, or null where the provider says that the thing is not set. */
async function unlessUnset<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: Error) => (/NotFound|NoSuch/.test(error.name) ? null : Promise.reject<never>(error)));
}

/** Whether every bucket is closed, encrypted and speaks TLS only; `trailBucket`: private and access-logged. */
export async function seenInS3(account: SeededAccount, trailBucket: string): Promise<Seen> {
  const s3 = account.s3();
  const { Buckets } = await s3.send(new ListBucketsCommand({}));
  const rows = await Promise.all(
    (Buckets ?? []).map(async ({ Name: Bucket }) => ({
      block: await unlessUnset(s3.send(new GetPublicAccessBlockCommand({ Bucket }))),
      encryption: await unlessUnset(s3.send(new GetBucketEncryptionCommand({ Bucket }))),
      policy: (await unlessUnset(s3.send(new GetBucketPolicyCommand({ Bucket }))))?.Policy ?? '',
    })),
  );
  const { Grants } = await s3.send(new GetBucketAclCommand({ Bucket: trailBucket }));
  const trailPolicy = (await unlessUnset(s3.send(new GetBucketPolicyCommand({ Bucket: trailBucket }))))?.Policy ?? '{}';
  const { Statement = [] } = JSON.parse(trailPolicy) as { Statement?: { Effect: string; Principal: unknown }[] };
  const { LoggingEnabled } = await s3.send(new GetBucketLoggingCommand({ Bucket: trailBucket }));
  return {
    '1.20': rows.every(({ block }) => block?.PublicAccessBlockConfiguration?.RestrictPublicBuckets === true),
    '2.1.1': rows.every(({ encryption }) => encryption !== null),
    '2.1.2': rows.every(({ policy }) => policy.includes('aws:SecureTransport')),
    '3.3':
      !Statement.some(({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('"*"')) &&
      !(Grants ?? []).some(({ Grantee }) => Grantee?.URI?.includes('/groups/global/')),
    '3.6': LoggingEnabled?.TargetBucket !== undefined,
  };
}
