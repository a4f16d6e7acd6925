import type { SeededAccount } from '../account.ts';
import { seedBucket } from '../buckets.ts';
import { allowDelivery, policy } from '../documents.ts';

/** Names of the buckets that other parts of the account refer to. */
export function messyBuckets(account: SeededAccount): { trail: string; uploads: string } {
  return { trail: `messy-trail-${account.id}`, uploads: `messy-uploads-${account.id}` };
}

/** Buckets without block, TLS or access log; the one of the trails can be read by anybody. */
export async function seedMessyS3(account: SeededAccount): Promise<void> {
  const { trail, uploads } = messyBuckets(account);
  const Resource = `arn:aws:s3:::${trail}/*`;
  await seedBucket(account, {
    name: trail,
    policy: policy(allowDelivery(trail, 'cloudtrail.amazonaws.com'), {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource,
    }),
  });
  await seedBucket(account, { name: uploads });
  await seedBucket(account, { name: `messy-web-${account.id}`, region: 'us-east-1' });
  await seedBucket(account, { name: `messy-archive-${account.id}`, region: 'ap-southeast-2', blocked: true });
}
