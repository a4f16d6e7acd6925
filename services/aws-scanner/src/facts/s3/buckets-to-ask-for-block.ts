import { derive, Listing, withGap } from '@cis-scan/engine';
import { switchedOff } from '../../semantics/public-access-block.ts';
import { accountPublicAccessBlock } from './account-public-access-block.ts';
import { buckets } from './buckets.ts';

/** Buckets whose own block matters: none where the account's block is fully on, which saves a call per bucket. */
export const bucketsToAskForBlock = derive({
  name: 's3/buckets-to-ask-for-block',
  needs: { account: withGap(accountPublicAccessBlock), buckets },
  from: ({ account, buckets: all }) => {
    const settled = account.ok && switchedOff(account.value).length === 0;
    return settled ? new Listing(all.known().slice(0, 0)) : all;
  },
});
