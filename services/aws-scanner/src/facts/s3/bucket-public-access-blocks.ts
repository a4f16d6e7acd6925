import { perItem } from '../define.ts';
import { unlessAbsent } from '../door.ts';
import { bucketsToAskForBlock } from './buckets-to-ask-for-block.ts';
import { blockFrom, NO_BLOCK } from './_public-access-block.ts';

/** Buckets with their own block on public access, where the account's does not settle it. API: s3 GetPublicAccessBlock. */
export const bucketPublicAccessBlocks = perItem({
  name: 's3/bucket-public-access-blocks',
  calls: ['s3:GetPublicAccessBlock'],
  of: bucketsToAskForBlock,
  region: (bucket) => bucket.region,
  id: (bucket) => bucket.id,
  async read({ s3 }, bucket) {
    const answer = await unlessAbsent(s3.getPublicAccessBlock({ Bucket: bucket.name }), NO_BLOCK);
    return { own: blockFrom(answer?.PublicAccessBlockConfiguration) };
  },
});
