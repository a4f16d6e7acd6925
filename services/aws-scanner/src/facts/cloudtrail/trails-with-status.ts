import { linked } from '../linked.ts';
import { trailStatus } from './trail-status.ts';
import { trails } from './trails.ts';

/** Every trail with its status, or with the gap in place of it. */
export const trailsWithStatus = linked({
  name: 'cloudtrail/trails-with-status',
  of: trails,
  beside: { status: trailStatus },
});
