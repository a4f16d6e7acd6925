import { expect, test } from '@jest/globals';
import type { Metric } from '@cis-scan/runtime';
import { countCalls, tellingCalls } from './call-metrics.ts';
import { header } from './testing/samples.ts';

test('calls are counted per service, and told when the target is let go of', async () => {
  const counted = countCalls();
  counted.onAsked({ call: 'ec2:DescribeVpcs', attempts: 3, ok: true });
  counted.onAsked({ call: 'ec2:DescribeRegions', attempts: 1, ok: false });
  counted.onAsked({ call: 'graph:GET /v1.0/x:y', attempts: 0, ok: false });
  const told: Metric[] = [];
  let closed = 0;
  const target = { header, warnings: [], scan: async function* () {}, close: () => void (closed += 1) };
  await tellingCalls(target, counted, (metric) => told.push(metric)).close();
  expect(closed).toBe(1);
  expect(told.map((m) => [m.dimensions['service'], ...Object.values(m.values).map(({ value }) => value)])).toEqual([
    ['ec2', 2, 2, 1],
    ['graph', 1, 0, 1],
  ]);
});
