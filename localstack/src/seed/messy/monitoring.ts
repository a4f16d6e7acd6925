import { CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { SeededAccount } from '../account.ts';
import { seedAlarm, seedTopic } from '../monitoring.ts';

/** Whose subscription was never confirmed. */
export const NEVER_CONFIRMED = 'left-the-company@example.com';

/** The remains of a monitoring: an alarm on a log group that no trail writes to, for somebody who never confirmed. */
export async function seedMessyMonitoring(account: SeededAccount): Promise<void> {
  const logGroupName = 'old-trail';
  await account.logs().send(new CreateLogGroupCommand({ logGroupName }));
  const topic = await seedTopic(account, 'alerts', NEVER_CONFIRMED);
  await seedAlarm(account, { name: 'root', pattern: '{ $.userIdentity.type = "Root" }' }, logGroupName, topic);
}
