import { derive, type Gap } from '@cis-scan/engine';
import { managementEvents } from '../../semantics/event-selectors.ts';
import { trailSelectors } from '../cloudtrail/trail-selectors.ts';
import { trailStatus } from '../cloudtrail/trail-status.ts';
import { trails } from '../cloudtrail/trails.ts';
import type { Link } from '../linked.ts';
import { metricFilters } from '../logs/metric-filters.ts';
import { subscriptions } from '../sns/subscriptions.ts';
import { alarms } from './alarms.ts';

/** A link of a chain spoils this chain and no other where it could not be read. */
export type { Link };

export interface Topic {
  readonly id: string;
  readonly confirmed: Link<number>;
}
export interface Alarm {
  readonly name: string;
  readonly metric: string | null;
  readonly mathMetrics: readonly string[];
  readonly rule: string | null;
  readonly actionsEnabled: boolean;
  readonly topics: readonly Topic[];
}
export interface Filter {
  readonly name: string;
  readonly pattern: string;
  readonly metrics: readonly string[];
}
/** One trail and all that hangs on it, as far as it could be read. */
export interface ChainedTrail {
  readonly id: string;
  readonly multiRegion: boolean;
  readonly logging: Link<boolean>;
  readonly recordsManagement: Link<boolean>;
  readonly logGroup: string | null;
  readonly filters: Link<readonly Filter[]>;
  /** All alarms of the log group's region; which of them watch a filter's metric is for the check to say. */
  readonly alarms: Link<readonly Alarm[]>;
}

/** Every trail with its log group's filters, the alarms beside it, and who hears them: serves all monitoring checks. */
export const alarmChains = derive({
  name: 'cloudwatch/alarm-chains',
  needs: { trails, trailStatus, trailSelectors, metricFilters, alarms, subscriptions },
  from: (facts) => {
    const status = links(facts.trailStatus.parts(), (t) => t.id);
    const selectors = links(facts.trailSelectors.parts(), (t) => t.id);
    const filters = links(facts.metricFilters.parts(), (g) => g.logGroup);
    const topics = links(facts.subscriptions.parts(), (t) => t.id);
    const alarmsHere = facts.alarms.parts();
    const alarmsOf = (region: string): Link<readonly Alarm[]> => {
      const gap = alarmsHere.gaps.find((g) => g.region === region || g.region === undefined);
      if (gap) return { gap };
      const here = alarmsHere.items.filter((alarm) => alarm.region === region);
      const toTopic = (id: string): readonly Topic[] => {
        const link = topics(id);
        return link ? [{ id, confirmed: 'gap' in link ? link : { value: link.value.confirmed } }] : [];
      };
      return { value: here.map((alarm) => ({ ...alarm, topics: alarm.actions.flatMap(toTopic) })) };
    };
    return facts.trails.map((trail): ChainedTrail => {
      const { id, multiRegion, logGroup } = trail;
      const groupRegion = logGroup?.split(':')[3] ?? '';
      return {
        id,
        multiRegion,
        logGroup,
        logging: on(status(id), false, (t) => t.logging),
        recordsManagement: on(selectors(id), false, (t) => managementEvents(t.selectors).all),
        filters: on(logGroup === null ? undefined : filters(logGroup), [], (g) => g.filters),
        alarms: alarmsOf(groupRegion),
      };
    });
  },
});

/** Looks items up by id; what stands in place of an unread one is its gap. */
function links<T>(
  { items, gaps }: { readonly items: readonly T[]; readonly gaps: readonly Gap[] },
  idOf: (item: T) => string,
): (id: string) => Link<T> | undefined {
  const byId = new Map<string, Link<T>>(items.map((value) => [idOf(value), { value }]));
  for (const gap of gaps) if (gap.resource !== undefined) byId.set(gap.resource, { gap });
  return (id) => byId.get(id);
}

const on = <T, U>(link: Link<T> | undefined, otherwise: U, from: (value: T) => U): Link<U> => {
  if (link === undefined) return { value: otherwise };
  return 'gap' in link ? link : { value: from(link.value) };
};
