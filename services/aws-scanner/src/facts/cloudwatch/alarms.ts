import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { metricKey } from '../logs/metric-filters.ts';
import { alarmRegions } from './alarm-regions.ts';

/**
 * Alarms where the log groups of trails are: metric alarms with the metrics they watch (also those inside metric math),
 * and composite alarms with the rule that names other alarms. API: cloudwatch DescribeAlarms.
 */
export const alarms = regional({
  name: 'cloudwatch/alarms',
  calls: ['cloudwatch:DescribeAlarms'],
  in: alarmRegions,
  async *read({ cloudwatch }) {
    const ask = (NextToken: string | undefined) =>
      cloudwatch.describeAlarms({ AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: 100, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const alarm of page.MetricAlarms ?? []) {
        const inMath = (alarm.Metrics ?? []).flatMap((m) => m.MetricStat?.Metric ?? []);
        yield {
          id: alarm.AlarmArn ?? '',
          name: alarm.AlarmName ?? '',
          metric: alarm.MetricName === undefined ? null : metricKey(alarm.Namespace, alarm.MetricName),
          mathMetrics: inMath.map((m) => metricKey(m.Namespace, m.MetricName)),
          /** Rule of a composite alarm; `null` for a metric alarm. */
          rule: null,
          actionsEnabled: alarm.ActionsEnabled ?? true,
          actions: alarm.AlarmActions ?? [],
          threshold: alarm.Threshold ?? null,
        };
      }
      for (const alarm of page.CompositeAlarms ?? []) {
        yield {
          id: alarm.AlarmArn ?? '',
          name: alarm.AlarmName ?? '',
          metric: null,
          mathMetrics: [],
          rule: alarm.AlarmRule ?? '',
          actionsEnabled: alarm.ActionsEnabled ?? true,
          actions: alarm.AlarmActions ?? [],
          threshold: null,
        };
      }
    }
  },
});
