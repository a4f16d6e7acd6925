import { fail, manual, notAssessed, saw, type Context, type Gap, type Judgement, type Saw } from '@cis-scan/engine';
import { describedTrails } from '../../facts/cloudtrail/described-trails.ts';
import type { BucketOwner } from '../../facts/cloudtrail/log-buckets.ts';
import { unreadPart, type outOfSight } from '../_out-of-sight.ts';

/** A bucket to which trails deliver, as both checks about it see it. */
export interface LogBucket {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  readonly owner: BucketOwner;
  readonly trails: readonly string[];
}

/** Which trails made the bucket part of the question. */
export const deliveredBy = ({ name, trails }: LogBucket): Saw => saw(describedTrails, { bucket: name, trails });

export const gone = (bucket: LogBucket): Judgement =>
  fail(
    bucket,
    `bucket ${bucket.name}, to which ${bucket.trails.join(', ')} should deliver, does not exist`,
    deliveredBy(bucket),
  );

/** A part of a bucket that could not be read: never fail; `whenOutOfSight` where another account's bucket refuses. */
export function unreadBucket(options: typeof outOfSight, bucket: LogBucket): (gap: Gap) => Judgement {
  return (gap) => {
    const unread = notAssessed(gap, bucket);
    if (gap.cause !== 'denied' || bucket.owner !== 'elsewhere') return unread;
    const reason = `bucket ${bucket.id} of ${bucket.trails.join(', ')} belongs to another account and cannot be read from here: ${gap.detail}`;
    return options.whenOutOfSight === 'manual'
      ? { ...manual(bucket, reason, deliveredBy(bucket)), cause: gap.cause, rights: gap.rights }
      : { ...unread, reason, evidence: [deliveredBy(bucket)] };
  };
}

/** Trails that could not be listed or described: their buckets are not known. */
export const unreadTrails = (options: typeof outOfSight, context: Context) => ({
  unread: unreadPart(options, context),
});
