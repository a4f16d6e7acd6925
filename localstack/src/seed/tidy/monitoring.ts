import type { SeededAccount } from '../account.ts';
import { seedAlarm, seedTopic } from '../monitoring.ts';
import { ALARMS } from './alarms.ts';
import { TRAIL_LOG_GROUP } from './cloudtrail.ts';

/** Every alarm of the list, from the trail's log group to a confirmed subscriber. */
export async function seedTidyMonitoring(account: SeededAccount): Promise<void> {
  const topic = await seedTopic(account, 'security-alarms', 'security@example.com');
  for (const alarm of ALARMS) await seedAlarm(account, alarm, TRAIL_LOG_GROUP, topic);
}
