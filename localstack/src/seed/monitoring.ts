import { PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { PutMetricFilterCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import type { SeededAccount } from './account.ts';

/** Makes a topic with one mail subscriber; returns its ARN. */
export async function seedTopic(account: SeededAccount, name: string, subscriber: string): Promise<string> {
  const { TopicArn = '' } = await account.sns().send(new CreateTopicCommand({ Name: name }));
  await account.sns().send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: subscriber }));
  return TopicArn;
}

/** Makes a metric filter on a log group and, where there is a topic, the alarm on its metric. */
export async function seedAlarm(
  account: SeededAccount,
  alarm: { readonly name: string; readonly pattern: string },
  logGroupName: string,
  topicArn: string,
): Promise<void> {
  const metricNamespace = 'Trail';
  await account.logs().send(
    new PutMetricFilterCommand({
      logGroupName,
      filterName: alarm.name,
      filterPattern: alarm.pattern,
      metricTransformations: [{ metricName: alarm.name, metricNamespace, metricValue: '1' }],
    }),
  );
  await account.cloudwatch().send(
    new PutMetricAlarmCommand({
      AlarmName: alarm.name,
      MetricName: alarm.name,
      Namespace: metricNamespace,
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmActions: [topicArn],
    }),
  );
}
