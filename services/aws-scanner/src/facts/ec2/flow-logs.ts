import { regional } from '../define.ts';
import { pages } from '../door.ts';

/** Flow logs of every enabled region, on whatever resource. API: ec2 DescribeFlowLogs. */
export const flowLogs = regional({
  name: 'ec2/flow-logs',
  calls: ['ec2:DescribeFlowLogs'],
  async *read({ ec2 }) {
    const ask = (NextToken: string | undefined) => ec2.describeFlowLogs({ MaxResults: 1000, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const log of page.FlowLogs ?? []) {
        yield {
          flowLog: log.FlowLogId ?? '',
          /** Id of the VPC, subnet or interface it watches. */
          resource: log.ResourceId ?? '',
          status: log.FlowLogStatus ?? '',
          traffic: log.TrafficType ?? '',
          delivery: log.DeliverLogsStatus ?? null,
          destination: log.LogDestinationType ?? null,
        };
      }
    }
  },
});
