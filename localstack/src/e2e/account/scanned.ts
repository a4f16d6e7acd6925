import type { TargetDocument } from '@cis-scan/contracts';
import type { AccountStage } from '../account-stage.ts';

/** A stage, and what scans of its accounts say when nothing is in their way. */
export interface Scanned {
  readonly stage: AccountStage;
  readonly messy: TargetDocument;
  readonly tidy: TargetDocument;
}
