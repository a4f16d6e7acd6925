import { derive, Listing } from '@cis-scan/engine';
import { parseArn } from '../../semantics/arn.ts';
import { alarms } from '../cloudwatch/alarms.ts';
import { metricFilters } from '../logs/metric-filters.ts';

/** SNS topics that alarms on the filters' metrics (or composite alarms, which may stand over them) notify, each once. */
export const alarmTopics = derive({
  name: 'sns/alarm-topics',
  needs: { alarms, metricFilters },
  from: (facts) => {
    const metrics = new Set(facts.metricFilters.known().flatMap((g) => g.filters.flatMap((f) => f.metrics)));
    const watching = facts.alarms
      .known()
      .filter((a) => a.rule !== null || [a.metric ?? '', ...a.mathMetrics].some((metric) => metrics.has(metric)));
    const topics = watching.flatMap((a) => a.actions.filter((arn) => parseArn(arn)?.service === 'sns'));
    return new Listing([...new Set(topics)].sort().map((id) => ({ id, region: parseArn(id)?.region ?? '' })));
  },
});
