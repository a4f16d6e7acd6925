import { linked } from '../linked.ts';
import { trailSelectors } from './trail-selectors.ts';
import { trailStatus } from './trail-status.ts';
import { trails } from './trails.ts';

/** Every trail with its status and with what it records, each as far as it could be read. */
export const recordingTrails = linked({
  name: 'cloudtrail/recording-trails',
  of: trails,
  beside: { status: trailStatus, recorded: trailSelectors },
});
