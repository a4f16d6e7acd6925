import { saw, target, type Gap, type Saw, type Where } from '@cis-scan/engine';
import { describedTrails } from '../../facts/cloudtrail/described-trails.ts';
import { trailSelectors } from '../../facts/cloudtrail/trail-selectors.ts';
import { trailStatus } from '../../facts/cloudtrail/trail-status.ts';
import type { Link } from '../../facts/linked.ts';
import { listedBuckets } from '../../facts/s3/listed-buckets.ts';
import type { Bucket } from '../../facts/s3/owned-buckets.ts';
import { partitionOf } from '../../semantics/arn.ts';
import { objectEventsOf, recordsAllBuckets } from '../../semantics/event-selectors.ts';
import type { Access, EventSelectors, Extent } from '../../semantics/event-selectors.ts';

export interface Trail {
  readonly id: string;
  readonly name: string;
  readonly home: string;
  readonly multiRegion: boolean;
  readonly status: Link<{ readonly logging: boolean }>;
  readonly recorded: Link<{ readonly selectors: EventSelectors }>;
}

/** Whose objects must be recorded: those of one bucket, or of all buckets that are and will be. */
export interface Scope {
  readonly where: Where;
  readonly label: string;
  readonly evidence: readonly Saw[];
  /** Does the trail see the scope's regions? */
  readonly seenBy: (trail: Trail) => boolean;
  readonly extent: (trail: Trail, selectors: EventSelectors, access: Access) => Extent;
}

/** One bucket; a trail of one region sees only the buckets in it, and counts only where no trail of all regions is asked. */
export const oneBucket = (bucket: Bucket, multiRegionOnly: boolean): Scope => ({
  where: bucket,
  label: `bucket ${bucket.name}`,
  evidence: [saw(listedBuckets, { bucket: bucket.name, region: bucket.region })],
  seenBy: (trail) => trail.multiRegion || (!multiRegionOnly && trail.home === bucket.region),
  extent: (_, selectors, access) =>
    objectEventsOf(selectors, access, { name: bucket.name, partition: partitionOf(bucket.region) }),
});

export const allBuckets: Scope = {
  where: target,
  label: 'all present and future buckets',
  evidence: [],
  seenBy: (trail) => trail.multiRegion,
  extent: (trail, selectors, access) =>
    recordsAllBuckets(selectors, access, partitionOf(trail.home)) ? 'whole' : 'none',
};

/** A trail held against a scope: what is known to be lacking, what is not known, and what was seen. */
export interface Examined {
  readonly trail: Trail;
  readonly lacking: readonly string[];
  readonly gaps: readonly Gap[];
  readonly evidence: readonly Saw[];
}

const LACKS: Readonly<Record<Extent, readonly string[]>> = {
  whole: [],
  part: ['records only a part of the objects or of the events'],
  none: ['does not record these'],
};

export function examine(trail: Trail, scope: Scope, access: Access): Examined {
  const { id, multiRegion, home, status, recorded } = trail;
  const logging = 'value' in status ? status.value.logging : undefined;
  const extent = 'value' in recorded ? scope.extent(trail, recorded.value.selectors, access) : undefined;
  return {
    trail,
    lacking: [
      ...(scope.seenBy(trail) ? [] : [`covers ${home} only`]),
      ...(logging === false ? ['is not logging'] : []),
      ...(extent === undefined ? [] : LACKS[extent]),
    ],
    gaps: [status, recorded].flatMap((link) => ('gap' in link ? [link.gap] : [])),
    evidence: [
      saw(describedTrails, { trail: id, multiRegion, homeRegion: home }),
      ...(logging === undefined ? [] : [saw(trailStatus, { trail: id, logging })]),
      ...(extent === undefined ? [] : [saw(trailSelectors, { trail: id, access, recorded: extent })]),
    ],
  };
}

/** The trail that lacks least: it says best what to mend. */
export const nearest = (examined: readonly Examined[]): Examined | undefined =>
  [...examined].sort((a, b) => a.lacking.length - b.lacking.length)[0];

export const noTrailSeen = saw(describedTrails, { trails: 0 });
