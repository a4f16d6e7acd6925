import { derive, Listing, type Gap } from '@cis-scan/engine';
import { flowLogs } from './flow-logs.ts';
import { vpcs } from './vpcs.ts';

/** VPCs with their own flow logs; in a region whose flow logs are unread, the gap stands with each VPC instead. */
export const vpcFlowLogs = derive({
  name: 'ec2/vpc-flow-logs',
  needs: { vpcs, flowLogs },
  from: (facts) => {
    const logs = facts.flowLogs.parts();
    const { items, gaps, absent } = facts.vpcs.parts();
    const withLogs = items.map((vpc) => ({
      ...vpc,
      logs: logs.items.filter((log) => log.region === vpc.region && log.vpc === vpc.vpcId),
      unread: logs.gaps.find((gap: Gap) => gap.region === vpc.region) ?? null,
    }));
    return new Listing(withLogs, gaps, absent);
  },
});
