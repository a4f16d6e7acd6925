import { xmlAnswer } from '../../../overlay/call.ts';
import type { Answerer } from '../answerer.ts';
import { page, s3Answer, s3Error } from '../wire.ts';

const OWNER = { ID: 'b'.repeat(64), DisplayName: 'bench' };
const GRANTEE = `<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>${OWNER.ID}</ID></Grantee>`;

const onlyTls = (bucket: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OnlyTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
const isOdd = (bucket: string): boolean => /[13579]$/.test(bucket);

export const S3: Readonly<Record<string, Answerer>> = {
  's3:ListBuckets': ({ account, parameter }) => {
    const most = Number(parameter('max-buckets') ?? 10_000);
    const { items, next } = page(account.buckets, parameter('continuation-token'), most);
    const Bucket = items.map(({ name, region }) => ({
      Name: name,
      CreationDate: '2024-03-01T09:00:00.000Z',
      BucketRegion: region,
    }));
    return s3Answer('ListAllMyBucketsResult', { Owner: OWNER, Buckets: { Bucket }, ContinuationToken: next });
  },
  's3:GetPublicAccessBlock': ({ bucket }) =>
    isOdd(bucket)
      ? s3Error('NoSuchPublicAccessBlockConfiguration')
      : s3Answer('PublicAccessBlockConfiguration', {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        }),
  's3:GetBucketEncryption': () =>
    s3Answer('ServerSideEncryptionConfiguration', {
      Rule: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
    }),
  's3:GetBucketPolicy': ({ bucket }) =>
    isOdd(bucket)
      ? s3Error('NoSuchBucketPolicy')
      : { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(onlyTls(bucket)) },
  's3:GetBucketAcl': () =>
    xmlAnswer(
      200,
      `<AccessControlPolicy><Owner><ID>${OWNER.ID}</ID></Owner><AccessControlList><Grant>${GRANTEE}<Permission>FULL_CONTROL</Permission></Grant></AccessControlList></AccessControlPolicy>`,
    ),
  's3:GetBucketLogging': () => s3Answer('BucketLoggingStatus', {}),
  // the account's block is not fully on, so that every bucket has to be asked for its own
  's3control:GetPublicAccessBlock': () =>
    s3Answer('PublicAccessBlockConfiguration', {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    }),
};
