import { Unreadable } from '@cis-scan/engine';
import { trailLogGroups } from '../cloudtrail/trail-log-groups.ts';
import { perItem } from '../define.ts';
import { pages, unlessAbsent } from '../door.ts';

/** A metric as alarms name it. */
export const metricKey = (namespace: string | undefined, name: string | undefined): string => `${namespace}/${name}`;

/** The log groups of multi-region trails with their metric filters. API: logs DescribeMetricFilters. */
export const metricFilters = perItem({
  name: 'logs/metric-filters',
  calls: ['logs:DescribeMetricFilters'],
  of: trailLogGroups,
  region: (group) => group.region,
  id: (group) => group.logGroup,
  async read({ logs }, group, { account }) {
    if (group.account !== account) {
      // asked here, a group of the same name in our own account would answer for it
      const detail = `log group ${group.logGroup} belongs to another account, where its filters cannot be seen`;
      throw new Unreadable({ cause: 'denied', rights: [], detail });
    }
    const filters: { readonly name: string; readonly pattern: string; readonly metrics: readonly string[] }[] = [];
    // a log group that was deleted has no filters any more
    const ask = (nextToken: string | undefined) =>
      unlessAbsent(logs.describeMetricFilters({ logGroupName: group.name, nextToken }), 'ResourceNotFoundException');
    for await (const page of pages(ask, (p) => p?.nextToken)) {
      for (const filter of page?.metricFilters ?? []) {
        const metrics = filter.metricTransformations ?? [];
        filters.push({
          name: filter.filterName ?? '',
          pattern: filter.filterPattern ?? '',
          metrics: metrics.map((m) => metricKey(m.metricNamespace, m.metricName)),
        });
      }
    }
    return { filters };
  },
});
