import { perItem } from '../define.ts';
import { pages } from '../door.ts';
import { alarmTopics } from './alarm-topics.ts';

/**
 * The alarms' topics with their confirmed subscribers: those whose subscription has an ARN, not the word
 * PendingConfirmation or Deleted. API: sns ListSubscriptionsByTopic.
 */
export const subscriptions = perItem({
  name: 'sns/subscriptions',
  calls: ['sns:ListSubscriptionsByTopic'],
  of: alarmTopics,
  region: (topic) => topic.region,
  id: (topic) => topic.id,
  async read({ sns }, topic) {
    const protocols: string[] = [];
    let unconfirmed = 0;
    const ask = (NextToken: string | undefined) => sns.listSubscriptionsByTopic({ TopicArn: topic.id, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const subscription of page.Subscriptions ?? []) {
        if (subscription.SubscriptionArn?.startsWith('arn:')) protocols.push(subscription.Protocol ?? '');
        else unconfirmed++;
      }
    }
    return { confirmed: protocols.length, unconfirmed, protocols: [...new Set(protocols)].sort() };
  },
});
