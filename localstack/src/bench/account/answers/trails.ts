import { jsonAnswer } from '../../../overlay/call.ts';
import { ALARMS } from '../../../seed/tidy/alarms.ts';
import type { Answerer } from '../answerer.ts';
import { ACCOUNT, type BenchAccount, type Trail } from '../model.ts';
import { page, queryAnswer } from '../wire.ts';

const trailArn = ({ home, name }: Trail): string => `arn:aws:cloudtrail:${home}:${ACCOUNT}:trail/${name}`;
const topicArn = (region: string): string => `arn:aws:sns:${region}:${ACCOUNT}:security-alarms`;

const describe = (trail: Trail): object => ({
  Name: trail.name,
  S3BucketName: trail.bucket,
  IncludeGlobalServiceEvents: trail.multiRegion,
  IsMultiRegionTrail: trail.multiRegion,
  HomeRegion: trail.home,
  TrailARN: trailArn(trail),
  LogFileValidationEnabled: trail.multiRegion,
  HasCustomEventSelectors: true,
  IsOrganizationTrail: false,
  ...(trail.logGroup === null
    ? {}
    : { CloudWatchLogsLogGroupArn: `arn:aws:logs:${trail.home}:${ACCOUNT}:log-group:${trail.logGroup}:*` }),
});

/** The alarms asked for by the benchmark, and then those of the customer's own applications. */
const alarmOf = (region: string, n: number): object => {
  const name = ALARMS[n]?.name;
  return {
    AlarmName: name ?? `application-${n}`,
    AlarmArn: `arn:aws:cloudwatch:${region}:${ACCOUNT}:alarm:${name ?? `application-${n}`}`,
    ActionsEnabled: true,
    AlarmActions: [topicArn(region)],
    MetricName: name ?? 'Errors',
    Namespace: name === undefined ? 'AWS/Lambda' : 'Trail',
    Statistic: 'Sum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  };
};
const alarmsIn = (region: string, { alarms }: BenchAccount): object[] =>
  Array.from({ length: alarms }, (_, n) => alarmOf(region, n));

export const TRAILS: Readonly<Record<string, Answerer>> = {
  'cloudtrail:DescribeTrails': ({ account, region }) =>
    jsonAnswer(200, { trailList: account.trails.filter((t) => t.multiRegion || t.home === region).map(describe) }),
  'cloudtrail:GetTrailStatus': () =>
    jsonAnswer(200, { IsLogging: true, LatestCloudWatchLogsDeliveryTime: Math.floor(Date.now() / 1000) - 300 }),
  'cloudtrail:GetEventSelectors': ({ parameter }) =>
    jsonAnswer(200, {
      TrailARN: parameter('TrailName'),
      EventSelectors: [
        {
          ReadWriteType: 'All',
          IncludeManagementEvents: true,
          DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
          ExcludeManagementEventSources: [],
        },
      ],
    }),
  'logs:DescribeMetricFilters': ({ parameter }) =>
    jsonAnswer(200, {
      metricFilters: ALARMS.map(({ name, pattern }) => ({
        filterName: name,
        filterPattern: pattern,
        logGroupName: parameter('logGroupName'),
        metricTransformations: [{ metricName: name, metricNamespace: 'Trail', metricValue: '1' }],
      })),
    }),
  'cloudwatch:DescribeAlarms': ({ account, region, parameter }) => {
    const { items, next } = page(
      alarmsIn(region, account),
      parameter('NextToken'),
      Number(parameter('MaxRecords') ?? 50),
    );
    return jsonAnswer(200, {
      MetricAlarms: items,
      CompositeAlarms: [],
      ...(next === undefined ? {} : { NextToken: next }),
    });
  },
  'sns:ListSubscriptionsByTopic': ({ parameter }) =>
    queryAnswer('ListSubscriptionsByTopic', {
      Subscriptions: [
        {
          SubscriptionArn: `${parameter('TopicArn')}:33333333-0000-4000-8000-000000000001`,
          Owner: ACCOUNT,
          Protocol: 'email',
          Endpoint: 'security@example.com',
          TopicArn: parameter('TopicArn'),
        },
      ],
    }),
};
