import {
  fail,
  manual,
  pass,
  saw,
  target,
  type Context,
  type Judgement,
  type Saw,
  type ValuesOf,
} from '@cis-scan/engine';
import { describedTrails } from '../../facts/cloudtrail/described-trails.ts';
import { alarmChains } from '../../facts/cloudwatch/alarm-chains.ts';
import { alarms } from '../../facts/cloudwatch/alarms.ts';
import { metricFilters } from '../../facts/logs/metric-filters.ts';
import { subscriptions } from '../../facts/sns/subscriptions.ts';
import type { FilterRequirement } from '../../semantics/monitored-event.ts';
import { outOfSight, unreadPart } from '../_out-of-sight.ts';
import { best, follow, type Outcome, type Parts } from './_chain.ts';

/** What all monitoring checks share: the fact, the options, and the judgement. Each of them adds its words and its events. */
export const needs = { alarmChains };
export const options = {
  /** Verdict where no complete chain is found: `fail`, or `manual` where the version lets another tool watch. */
  whenUnproven: 'manual',
  ...outOfSight,
  exactPatternsOnly: false,
  metricMathCounts: false,
  compositeAlarmsCount: false,
};

/** How to mend any of them. */
export const fixFor = (events: string): string =>
  `Let a trail of all regions deliver to a log group; add a metric filter there that matches ${events}; add an alarm on its metric, with an SNS topic as action; and confirm a subscription of that topic.`;

const evidence = ({ trail, filter, alarm, topic }: Parts): readonly Saw[] => [
  saw(describedTrails, trail === null ? { trails: 0 } : { trail }),
  ...(filter ? [saw(metricFilters, { filter: filter.name, pattern: filter.pattern, metrics: filter.metrics })] : []),
  ...(alarm ? [saw(alarms, { alarm: alarm.name, metric: alarm.metric, actionsEnabled: alarm.actionsEnabled })] : []),
  ...(topic && 'value' in topic.confirmed
    ? [saw(subscriptions, { topic: topic.id, confirmedSubscribers: topic.confirmed.value })]
    : []),
];

const noTrail: Outcome = { state: 'broken', reached: 0, reason: 'there is no trail', parts: { trail: null } };

/** The account passes with one complete chain from a trail to a confirmed subscriber; else the best chain's first broken link is named. */
export const alarmedOn =
  (wanted: FilterRequirement) =>
  (facts: ValuesOf<typeof needs>, asked: typeof options, context: Context): readonly Judgement[] => {
    const unread = unreadPart(asked, context, target);
    const complete = (parts: Required<Parts>): Judgement => {
      const { filter, alarm, topic } = parts;
      const reason = `filter ${filter.name} raises alarm ${alarm.name}, which tells the subscribers of ${topic.id}`;
      return pass(target, reason, ...evidence(parts));
    };
    const broken = (reason: string, parts: Parts): Judgement => {
      const say = asked.whenUnproven === 'manual' ? manual : fail;
      return say(target, `nobody is told of these events: ${reason}`, ...evidence(parts));
    };
    return facts.alarmChains
      .map((trail) => follow(trail, wanted, asked))
      .any(
        (way) => (way.state === 'complete' ? complete(way.parts) : broken('this way is not complete', { trail: null })),
        (_, ways) => {
          const way = best(ways, noTrail);
          if (way.state === 'unread') return way.gaps.map(unread);
          return way.state === 'complete' ? complete(way.parts) : broken(way.reason, way.parts);
        },
        { unread },
      );
  };
