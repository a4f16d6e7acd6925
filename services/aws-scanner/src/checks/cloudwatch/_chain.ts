import type { Gap } from '@cis-scan/engine';
import type { Alarm, ChainedTrail, Filter, Link, Topic } from '../../facts/cloudwatch/alarm-chains.ts';
import { judgeFilter, type FilterRequirement } from '../../semantics/monitored-event.ts';

export interface ChainOptions {
  readonly exactPatternsOnly: boolean;
  readonly metricMathCounts: boolean;
  readonly compositeAlarmsCount: boolean;
}
/** The parts of a chain from trail to subscriber, as far as they are known. */
export interface Parts {
  /** `null` where there is no trail at all. */
  readonly trail: string | null;
  readonly filter?: Filter;
  readonly alarm?: Alarm;
  readonly topic?: Topic;
}
/** Where one way from a trail to a subscriber ends. */
export type Outcome =
  | { readonly state: 'complete'; readonly parts: Required<Parts> }
  | { readonly state: 'unread'; readonly gaps: readonly Gap[] }
  /** `reached` counts the links that hold; `reason` names the first that does not. */
  | { readonly state: 'broken'; readonly reached: number; readonly reason: string; readonly parts: Parts };

const broken = (reached: number, parts: Parts, reason: string): Outcome => ({
  state: 'broken',
  reached,
  reason,
  parts,
});
const gapsIn = (links: readonly Link<unknown>[]): readonly Gap[] => links.flatMap((l) => ('gap' in l ? [l.gap] : []));
const isFalse = (link: Link<boolean>): boolean => 'value' in link && !link.value;

/** The best of several ways: one complete is enough, one unread may have been complete, else the one that got farthest. */
export function best(ways: readonly Outcome[], none: Outcome): Outcome {
  const complete = ways.find((w) => w.state === 'complete');
  if (complete) return complete;
  const gaps = ways.flatMap((w) => (w.state === 'unread' ? w.gaps : []));
  if (gaps.length > 0) return { state: 'unread', gaps };
  return ways.reduce((a, b) => (a.state === 'broken' && b.state === 'broken' && b.reached <= a.reached ? a : b), none);
}

/** Follows one trail to whoever hears of the wanted events. A link known to be broken decides, whatever else is unread. */
export function follow(trail: ChainedTrail, wanted: FilterRequirement, options: ChainOptions): Outcome {
  const parts = { trail: trail.id };
  if (!trail.multiRegion) return broken(1, parts, `trail ${trail.id} does not cover all regions`);
  if (isFalse(trail.logging)) return broken(2, parts, `trail ${trail.id} is not logging`);
  if (isFalse(trail.recordsManagement)) {
    return broken(3, parts, `trail ${trail.id} does not record all management events`);
  }
  if (trail.logGroup === null) return broken(4, parts, `trail ${trail.id} delivers to no log group`);
  const unread = gapsIn([trail.logging, trail.recordsManagement]);
  if ('gap' in trail.filters) return { state: 'unread', gaps: [...unread, trail.filters.gap] };
  const heard = throughFilters(trail, trail.filters.value, wanted, options);
  if (heard.state === 'broken' || unread.length === 0) return heard;
  return { state: 'unread', gaps: heard.state === 'unread' ? [...unread, ...heard.gaps] : unread };
}

function throughFilters(
  trail: ChainedTrail,
  filters: readonly Filter[],
  wanted: FilterRequirement,
  options: ChainOptions,
): Outcome {
  const parts = { trail: trail.id };
  const judged = filters.map((filter) => ({ filter, verdict: judgeFilter(filter.pattern, wanted, options) }));
  const covering = judged.filter((j) => j.verdict.covers).map((j) => j.filter);
  if (covering.length === 0) return nearest(trail, judged, wanted);
  if ('gap' in trail.alarms) return { state: 'unread', gaps: [trail.alarms.gap] };
  const alarms = trail.alarms.value;
  const none = broken(6, parts, `no alarm watches the metric of filter ${covering[0]?.name}`);
  return best(
    covering.flatMap((filter) => {
      const watching = alarms.filter((alarm) => watches(alarm, filter, options));
      if (watching.length > 0)
        return watching.map((alarm) => throughAlarm({ ...parts, filter, alarm }, alarms, options));
      return [broken(6, { ...parts, filter }, `no alarm watches the metric of filter ${filter.name}`)];
    }),
    none,
  );
}

const watches = (alarm: Alarm, filter: Filter, { metricMathCounts }: ChainOptions): boolean =>
  [...(alarm.metric === null ? [] : [alarm.metric]), ...(metricMathCounts ? alarm.mathMetrics : [])].some((metric) =>
    filter.metrics.includes(metric),
  );

/** No filter matches everything: the one that lacks least says what to add. */
function nearest(
  trail: ChainedTrail,
  judged: readonly { readonly filter: Filter; readonly verdict: ReturnType<typeof judgeFilter> }[],
  wanted: FilterRequirement,
): Outcome {
  const all = wanted.kind === 'event-names' ? wanted.names.length : (wanted.anyOf ?? ['']).length;
  const lacking = judged
    .flatMap(({ filter, verdict }) => (verdict.covers ? [] : [{ filter, ...verdict }]))
    .filter((l) => l.missing.length < all)
    .sort((a, b) => a.missing.length - b.missing.length)[0];
  const parts = { trail: trail.id };
  if (!lacking) return broken(5, parts, `no metric filter on ${trail.logGroup} matches these events`);
  const lacks = lacking.missing.length > 0 ? `does not match ${lacking.missing.join(', ')}` : (lacking.detail ?? '');
  return broken(5, { ...parts, filter: lacking.filter }, `metric filter ${lacking.filter.name} ${lacks}`);
}

/** Composite alarms whose rule names the alarm. */
const over = (alarm: Alarm, all: readonly Alarm[]): readonly Alarm[] =>
  all.filter((a) => a.rule !== null && new RegExp(`ALARM\\(\\s*["']?${escape(alarm.name)}["']?\\s*\\)`).test(a.rule));
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function throughAlarm(
  parts: Required<Omit<Parts, 'topic'>>,
  all: readonly Alarm[],
  { compositeAlarmsCount }: ChainOptions,
): Outcome {
  const { alarm } = parts;
  const speaking = [alarm, ...(compositeAlarmsCount ? over(alarm, all) : [])].filter((a) => a.actionsEnabled);
  if (speaking.length === 0) return broken(7, parts, `the actions of alarm ${alarm.name} are switched off`);
  const topics = speaking.flatMap((a) => a.topics);
  const silent = broken(7, parts, `alarm ${alarm.name} notifies no SNS topic`);
  return best(
    topics.map((topic): Outcome => {
      if ('gap' in topic.confirmed) return { state: 'unread', gaps: [topic.confirmed.gap] };
      return topic.confirmed.value > 0
        ? { state: 'complete', parts: { ...parts, topic } }
        : broken(8, { ...parts, topic }, `topic ${topic.id} of alarm ${alarm.name} has no confirmed subscriber`);
    }),
    silent,
  );
}
