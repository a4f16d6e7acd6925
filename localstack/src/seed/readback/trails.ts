import { DescribeTrailsCommand, GetEventSelectorsCommand, GetTrailStatusCommand } from '@aws-sdk/client-cloudtrail';
import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeMetricFiltersCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';
import type { SeededAccount } from '../account.ts';
import type { Seen } from './seen.ts';

/** Patterns that an alarm of the trail has all the way to a confirmed subscriber. */
async function alarmed(account: SeededAccount, logGroupName: string): Promise<string[]> {
  const { metricFilters } = await account.logs().send(new DescribeMetricFiltersCommand({ logGroupName }));
  const { MetricAlarms } = await account.cloudwatch().send(new DescribeAlarmsCommand({}));
  const patterns: string[] = [];
  for (const { filterPattern, metricTransformations } of metricFilters ?? []) {
    const metric = metricTransformations?.[0];
    const alarm = MetricAlarms?.find(
      (a) => a.MetricName === metric?.metricName && a.Namespace === metric?.metricNamespace,
    );
    const TopicArn = alarm?.AlarmActions?.[0];
    if (TopicArn === undefined) continue;
    const { Subscriptions } = await account.sns().send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    if (Subscriptions?.some(({ SubscriptionArn }) => SubscriptionArn?.startsWith('arn:'))) {
      patterns.push(filterPattern ?? '');
    }
  }
  return patterns;
}

/** What the trails of the account and the alarms behind them say. */
export async function seenInTrails(account: SeededAccount, regions: readonly string[]): Promise<Seen> {
  const trails = await Promise.all(
    regions.map(async (region) => {
      const client = account.cloudtrail(region);
      const { trailList } = await client.send(new DescribeTrailsCommand({ includeShadowTrails: false }));
      return Promise.all(
        (trailList ?? []).map(async (trail) => ({
          ...trail,
          status: await client.send(new GetTrailStatusCommand({ Name: trail.TrailARN })),
          selectors:
            (await client.send(new GetEventSelectorsCommand({ TrailName: trail.TrailARN }))).EventSelectors ?? [],
        })),
      );
    }),
  );
  const all = trails.flat();
  const whole = all.find(
    ({ IsMultiRegionTrail, status, selectors }) =>
      IsMultiRegionTrail &&
      status.IsLogging &&
      selectors.some((s) => s.IncludeManagementEvents && s.ReadWriteType === 'All'),
  );
  const objects = all.some(
    ({ status, selectors }) =>
      status.IsLogging && selectors.some((s) => s.DataResources?.some(({ Values }) => Values?.includes('arn:aws:s3'))),
  );
  const logGroup = whole?.CloudWatchLogsLogGroupArn?.split(':')[6];
  const patterns = logGroup === undefined ? [] : await alarmed(account, logGroup);
  return {
    '3.1': whole !== undefined,
    '3.2': all.every(({ LogFileValidationEnabled }) => LogFileValidationEnabled),
    '3.4': all.every(({ status }) => Date.now() - Number(status.LatestCloudWatchLogsDeliveryTime) < 86_400_000),
    '3.7': all.every(({ KmsKeyId }) => KmsKeyId !== undefined),
    '3.10': objects,
    '3.11': objects,
    ...Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`4.${i + 1}`, patterns.length === 15])),
  };
}
