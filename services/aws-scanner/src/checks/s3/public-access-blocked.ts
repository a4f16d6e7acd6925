import { check, notApplicable, notAssessed, withGap, pass, fail, saw, target, type Judgement } from '@cis-scan/engine';
import { accountPublicAccessBlock } from '../../facts/s3/account-public-access-block.ts';
import { bucketPublicAccessBlocks } from '../../facts/s3/bucket-public-access-blocks.ts';
import { buckets } from '../../facts/s3/buckets.ts';
import { listedBuckets } from '../../facts/s3/listed-buckets.ts';
import { switchedOff } from '../../semantics/public-access-block.ts';

export default check({
  title: 'Public access to S3 buckets is blocked',
  why: 'One wrong policy or ACL makes a bucket public; the block holds whatever they say.',
  fix: 'In S3, turn on all four settings of Block Public Access for the account; where some bucket must be public, turn them on for every other bucket instead.',
  needs: {
    account: withGap(accountPublicAccessBlock),
    buckets,
    blocks: bucketPublicAccessBlocks,
  },
  evaluate(facts): readonly Judgement[] {
    const { account } = facts;
    const atAccount = account.ok ? [account.value] : [];
    const accountOff = switchedOff(...atAccount);
    const seen = atAccount.map((block) => saw(accountPublicAccessBlock, { account: block }));
    if (accountOff.length === 0) {
      const all = pass(target, 'all four settings are on for the account, and hold for every bucket', ...seen);
      const judge = (bucket: { readonly id: string; readonly name: string; readonly region: string }): Judgement => {
        const listed = saw(listedBuckets, { bucket: bucket.name, region: bucket.region });
        return pass(bucket, `the account's settings block public access to bucket ${bucket.name}`, ...seen, listed);
      };
      // a bucket that could not be located is covered like any other: the account's setting decides alone
      return [all, ...facts.buckets.each(judge, () => [], { unread: () => all })];
    }
    const bucketRows = facts.blocks.each(
      (bucket) => {
        const evidence = [saw(bucketPublicAccessBlocks, { bucket: bucket.own }), ...seen];
        const off = switchedOff(bucket.own, ...atAccount);
        if (off.length === 0) {
          return pass(
            bucket,
            `all four settings are on for bucket ${bucket.name}, by itself or by the account`,
            ...evidence,
          );
        }
        if (!account.ok) return notAssessed(account.gap, bucket);
        return fail(
          bucket,
          `off for bucket ${bucket.name} and for its account: ${off.join(', ')}; all four are wanted on`,
          ...evidence,
        );
      },
      () =>
        account.ok
          ? notApplicable(target, 'the account has no bucket that could be public', ...seen)
          : notAssessed(account.gap),
    );
    if (!account.ok) return bucketRows;
    const reason = `not all is blocked for the account (off: ${accountOff.join(', ')}), so each bucket's own settings decide`;
    return [...bucketRows, notApplicable(target, reason, ...seen)];
  },
});
