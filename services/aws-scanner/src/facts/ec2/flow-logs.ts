import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

/**
 * Flow logs of every enabled region that watch a whole VPC. Those on subnets, interfaces or transit gateways are left out:
 * no number of them watches a VPC. API: ec2 DescribeFlowLogs.
 */
export const flowLogs = regional({
  name: 'ec2/flow-logs',
  calls: ['ec2:DescribeFlowLogs'],
  async *read({ ec2 }) {
    const ask = (NextToken: string | undefined) => ec2.describeFlowLogs({ MaxResults: 1000, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const log of page.FlowLogs ?? []) {
        const vpc = told(log.ResourceId, 'what a flow log watches');
        if (!vpc.startsWith('vpc-')) continue;
        yield {
          flowLog: told(log.FlowLogId, 'the id of a flow log'),
          /** Id of the VPC it watches. */
          vpc,
          status: told(log.FlowLogStatus, 'the status of a flow log'),
          traffic: told(log.TrafficType, 'the traffic of a flow log'),
          delivery: log.DeliverLogsStatus ?? null,
          destination: log.LogDestinationType ?? null,
        };
      }
    }
  },
});
