import {
  CreateEventBusCommand,
  DescribeEventBusCommand,
  PutRuleCommand,
  PutTargetsCommand,
  ResourceNotFoundException,
  type EventBridgeClient,
} from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE } from '@cis-scan/contracts';

/** The bus and its one rule: whatever bears our source goes, envelope and all, to the reporter's queue. */
export async function provisionBus(events: EventBridgeClient, name: string, reporterQueueArn: string): Promise<void> {
  try {
    await events.send(new DescribeEventBusCommand({ Name: name }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await events.send(new CreateEventBusCommand({ Name: name }));
  }
  const rule = 'to-reporter';
  await events.send(
    new PutRuleCommand({ Name: rule, EventBusName: name, EventPattern: JSON.stringify({ source: [EVENT_SOURCE] }) }),
  );
  const { FailedEntries } = await events.send(
    new PutTargetsCommand({ Rule: rule, EventBusName: name, Targets: [{ Id: 'reporter', Arn: reporterQueueArn }] }),
  );
  const refused = FailedEntries?.[0];
  if (refused) throw new Error(`events:PutTargets refused the reporter's queue: ${refused.ErrorMessage}`);
}
