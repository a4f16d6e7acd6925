import { check, fail, notApplicable, notAssessed, pass, saw, target } from '@cis-scan/engine';
import { flowLogs } from '../../facts/ec2/flow-logs.ts';
import { vpcFlowLogs } from '../../facts/ec2/vpc-flow-logs.ts';
import { vpcs } from '../../facts/ec2/vpcs.ts';

export default check({
  title: 'Every VPC has an active flow log',
  why: 'Without flow logs nobody can say afterwards who talked to what.',
  fix: 'Create a flow log on the VPC itself: VPC, Your VPCs, Flow logs, Create; or delete default VPCs that nobody uses.',
  needs: { vpcFlowLogs },
  options: { acceptedTrafficTypes: ['ALL', 'ACCEPT', 'REJECT'] },
  evaluate: (facts, { acceptedTrafficTypes }, context) =>
    facts.vpcFlowLogs.each(
      (vpc) => {
        if (vpc.owner !== context.target.account) {
          const reason = `account ${vpc.owner} owns this VPC and only shares it`;
          return notApplicable(vpc, reason, saw(vpcs, { owner: vpc.owner }));
        }
        const good = vpc.logs.filter((l) => l.status === 'ACTIVE' && acceptedTrafficTypes.includes(l.traffic));
        const best = good.find((l) => l.delivery !== 'FAILED') ?? good[0];
        if (!best && vpc.unread) return notAssessed(vpc.unread, vpc);
        const seen = saw(flowLogs, { isDefault: vpc.isDefault, flowLogs: vpc.logs });
        if (!best) {
          const what = vpc.logs.length > 0 ? 'no active flow log of an accepted traffic type' : 'no flow log';
          return fail(
            vpc,
            `${vpc.isDefault ? 'default ' : ''}VPC ${vpc.vpcId} has ${what}; an active one is wanted`,
            seen,
          );
        }
        const accepted = best.traffic === 'ALL' ? '' : `, of ${best.traffic} traffic only`;
        const failing = best.delivery === 'FAILED' ? '; its delivery is failing, look at its destination' : '';
        return pass(vpc, `flow log ${best.flowLog} is active${accepted}${failing}`, seen);
      },
      () => notApplicable(target, 'there is no VPC in any region that was looked at'),
    ),
});
