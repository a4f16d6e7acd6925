import { check, fail, pass, saw, target, type Gap, type Judgement } from '@cis-scan/engine';
import { describedTrails } from '../../facts/cloudtrail/described-trails.ts';
import { recordingTrails } from '../../facts/cloudtrail/recording-trails.ts';
import { trailSelectors } from '../../facts/cloudtrail/trail-selectors.ts';
import { trailStatus } from '../../facts/cloudtrail/trail-status.ts';
import { managementEvents } from '../../semantics/event-selectors.ts';
import type { EventSelectors } from '../../semantics/event-selectors.ts';
import type { Link } from '../../facts/linked.ts';
import { outOfSight, unreadPart } from '../_out-of-sight.ts';
import { noTrail } from './_no-trail.ts';

interface Trail {
  readonly id: string;
  readonly name: string;
  readonly multiRegion: boolean;
  readonly status: Link<{ readonly logging: boolean }>;
  readonly recorded: Link<{ readonly selectors: EventSelectors }>;
}
interface Selected {
  readonly lacking: readonly string[];
  readonly excluded: readonly string[];
}

/** What the selectors leave out, and which services they exclude. */
function selected(selectors: EventSelectors, excludedPass: boolean): Selected {
  const { read, write, excludedSources } = managementEvents(selectors);
  const lacking = [
    ...(read ? [] : ['does not record all management events that read']),
    ...(write ? [] : ['does not record all management events that write']),
    ...(excludedPass || excludedSources.length === 0 ? [] : [`leaves out ${excludedSources.join(', ')}`]),
  ];
  return { lacking, excluded: excludedSources };
}

/** What is known to be missing of a trail, the gaps in what is known, and what was seen. */
function examine(trail: Trail, excludedPass: boolean) {
  const gaps: readonly Gap[] = [trail.status, trail.recorded].flatMap((link) => ('gap' in link ? [link.gap] : []));
  const status = 'value' in trail.status ? trail.status.value : undefined;
  const recorded = 'value' in trail.recorded ? selected(trail.recorded.value.selectors, excludedPass) : undefined;
  const lacking = [
    ...(trail.multiRegion ? [] : ['covers one region only']),
    ...(status?.logging === false ? ['is not logging'] : []),
    ...(recorded?.lacking ?? []),
  ];
  const evidence = [
    saw(describedTrails, { trail: trail.id, multiRegion: trail.multiRegion }),
    ...(status ? [saw(trailStatus, { trail: trail.id, logging: status.logging })] : []),
    ...(recorded ? [saw(trailSelectors, { trail: trail.id, ...recorded })] : []),
  ];
  return { trail, gaps, lacking, excluded: recorded?.excluded ?? [], evidence };
}

export default check({
  title: 'A trail records all management events of all regions',
  why: 'What is done in a region that nobody uses, or what nobody recorded, cannot be found again after an incident.',
  fix: 'In CloudTrail, create or edit a trail: all regions, management events for read and write, and start logging.',
  needs: { recordingTrails },
  options: {
    ...outOfSight,
    /** True: a trail passes that leaves services (KMS, the RDS Data API) out of its management events; they are named. */
    excludedEventSourcesPass: true,
  },
  evaluate: (facts, options, context) => {
    const unread = unreadPart(options, context, target);
    return facts.recordingTrails
      .map((trail) => examine(trail, options.excludedEventSourcesPass))
      .any(
        ({ trail, gaps, lacking, excluded, evidence }): Judgement => {
          if (gaps.length > 0 || lacking.length > 0)
            return fail(target, `trail ${trail.name} is not enough`, ...evidence);
          const note = excluded.length > 0 ? `, except those of ${excluded.join(', ')}` : '';
          return pass(target, `trail ${trail.name} records all management events of all regions${note}`, ...evidence);
        },
        (_, examined) => {
          const possible = examined.filter((e) => e.lacking.length === 0);
          if (possible.length > 0) return possible.flatMap((e) => e.gaps.map(unread));
          if (examined.length === 0) return noTrail('nothing is recorded')();
          const each = examined.map((e) => `trail ${e.trail.name} ${e.lacking.join(' and ')}`);
          const reason = `no trail records all management events of all regions: ${each.join('; ')}`;
          return fail(target, reason, ...examined.flatMap((e) => e.evidence));
        },
        { unread },
      );
  },
});
