import {
  fail,
  notApplicable,
  pass,
  target,
  type Check,
  type Context,
  type Judgement,
  type Listing,
  type ValuesOf,
} from '@cis-scan/engine';
import { recordingTrails } from '../../facts/cloudtrail/recording-trails.ts';
import { buckets } from '../../facts/s3/buckets.ts';
import type { Access } from '../../semantics/event-selectors.ts';
import { outOfSight, unreadPart } from '../_out-of-sight.ts';
import { allBuckets, examine, nearest, noTrailSeen, oneBucket, type Scope, type Trail } from './_object-events.ts';

/** What both checks share: facts, options and judgement. Each adds its words and the kind of access. */
export const needs = { recordingTrails, buckets };
export const options = {
  /** True: one trail of all regions must record the objects of all buckets, present and future. False: any trail may record its buckets. */
  multiRegionTrailRequired: true,
  ...outOfSight,
};

/** At least one trail must record the scope. A part that is unread forbids fail, unless every trail is known to fall short anyway. */
function recordedBy(
  trails: Listing<Trail>,
  scope: Scope,
  access: Access,
  asked: typeof options,
  context: Context,
): readonly Judgement[] {
  const unread = unreadPart(asked, context, scope.where);
  const wanted = `object-level ${access} events of ${scope.label}`;
  return trails
    .map((trail) => examine(trail, scope, access))
    .any(
      ({ trail, gaps, lacking, evidence }) =>
        gaps.length > 0 || lacking.length > 0
          ? fail(scope.where, `trail ${trail.name} is not enough`, ...evidence)
          : pass(scope.where, `trail ${trail.name} records ${wanted}`, ...evidence, ...scope.evidence),
      (_, examined) => {
        const possible = examined.filter((e) => e.lacking.length === 0);
        if (possible.length > 0) return possible.flatMap((e) => e.gaps.map(unread));
        const best = nearest(examined);
        const because = best ? `trail ${best.trail.name} ${best.lacking.join(' and ')}` : 'there is no trail';
        const seen = best ? best.evidence : [noTrailSeen];
        return fail(scope.where, `no trail records ${wanted}: ${because}`, ...seen, ...scope.evidence);
      },
      { unread },
    );
}

/** A row per bucket; where one trail for all buckets is asked, the account's row before them. */
export const objectEventsRecorded =
  (access: Access): Check<typeof needs, typeof options>['evaluate'] =>
  (facts: ValuesOf<typeof needs>, asked, context) => {
    const { multiRegionTrailRequired: strict } = asked;
    const judge = (scope: Scope): readonly Judgement[] =>
      recordedBy(facts.recordingTrails, scope, access, asked, context);
    const perBucket = facts.buckets.each(
      (bucket) => judge(oneBucket(bucket, strict)),
      () => (strict ? [] : notApplicable(target, 'the account has no bucket whose objects could be read or written')),
    );
    return strict ? [...judge(allBuckets), ...perBucket] : perBucket;
  };
