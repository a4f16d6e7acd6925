import type { PublicAccessBlockConfiguration } from '@aws-sdk/client-s3';
import { NOTHING_BLOCKED, type PublicAccessBlock } from '../../semantics/public-access-block.ts';

/** A block as both levels answer it. A switch that is not in the answer was never turned on; no block at all is none on. */
export const blockFrom = (answer: PublicAccessBlockConfiguration | undefined): PublicAccessBlock =>
  answer === undefined
    ? NOTHING_BLOCKED
    : {
        blockPublicAcls: answer.BlockPublicAcls ?? false,
        ignorePublicAcls: answer.IgnorePublicAcls ?? false,
        blockPublicPolicy: answer.BlockPublicPolicy ?? false,
        restrictPublicBuckets: answer.RestrictPublicBuckets ?? false,
      };

/** How both levels say that no block was ever set. */
export const NO_BLOCK = 'NoSuchPublicAccessBlockConfiguration';
