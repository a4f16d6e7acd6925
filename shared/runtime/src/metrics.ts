/** Units of CloudWatch that we use. */
export type MetricUnit = 'Count' | 'Milliseconds' | 'Seconds' | 'Bytes' | 'Percent';

/** Measured values under common dimensions. */
export interface Metric {
  /** Few and with few values each: every combination is a series of its own. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, { readonly value: number; readonly unit: MetricUnit }>>;
  /** Searchable beside the values, no series of their own: ids go here. */
  readonly properties?: Readonly<Record<string, string | number>>;
}

const NAMESPACE = 'CisScan';

/** One line of CloudWatch's embedded metric format. */
export const metricLine = (metric: Metric, now: Date): string =>
  JSON.stringify({
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: NAMESPACE,
          Dimensions: [Object.keys(metric.dimensions)],
          Metrics: Object.entries(metric.values).map(([name, { unit }]) => ({ Name: name, Unit: unit })),
        },
      ],
    },
    ...metric.properties,
    ...metric.dimensions,
    ...Object.fromEntries(Object.entries(metric.values).map(([name, { value }]) => [name, value])),
  });

/** Writes a metric to stdout, where the log driver picks it up. */
export const emitMetric = (metric: Metric): void => {
  process.stdout.write(`${metricLine(metric, new Date())}\n`);
};
