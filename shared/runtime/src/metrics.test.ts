import { expect, test } from '@jest/globals';
import { metricLine } from './metrics.ts';

test('a metric is one line of the embedded format', () => {
  const line = metricLine(
    {
      dimensions: { provider: 'aws' },
      values: { duration: { value: 12, unit: 'Milliseconds' } },
      properties: { scanId: 's' },
    },
    new Date(1764000000000),
  );
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    _aws: {
      Timestamp: 1764000000000,
      CloudWatchMetrics: [
        { Namespace: 'CisScan', Dimensions: [['provider']], Metrics: [{ Name: 'duration', Unit: 'Milliseconds' }] },
      ],
    },
    provider: 'aws',
    scanId: 's',
    duration: 12,
  });
});
