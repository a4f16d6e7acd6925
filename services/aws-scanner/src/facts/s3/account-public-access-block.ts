import { fact } from '../define.ts';
import { unlessAbsent } from '../door.ts';
import { blockFrom, NO_BLOCK } from './_public-access-block.ts';

/**
 * The account's block on public access, which holds for all its buckets beside their own. One that the organisation
 * enforces shows here too. API: s3control GetPublicAccessBlock.
 */
export const accountPublicAccessBlock = fact({
  name: 's3/account-public-access-block',
  calls: ['s3control:GetPublicAccessBlock'],
  async read({ s3control }, _, { account }) {
    const answer = await unlessAbsent(s3control.getPublicAccessBlock({ AccountId: account }), NO_BLOCK);
    return blockFrom(answer?.PublicAccessBlockConfiguration);
  },
});
