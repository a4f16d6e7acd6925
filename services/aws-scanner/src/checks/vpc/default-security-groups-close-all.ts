import { check, fail, notApplicable, pass, saw, target } from '@cis-scan/engine';
import { securityGroups } from '../../facts/ec2/security-groups.ts';

export default check({
  title: 'Default security groups let nothing in or out',
  why: 'Whatever is started without naming a group gets the default one; if that is closed, a slip opens nothing.',
  fix: 'Give resources groups of their own, then remove every inbound and outbound rule of the group named default.',
  needs: { securityGroups },
  evaluate: (facts, _options, context) =>
    facts.securityGroups
      .filter((group) => group.name === 'default')
      .each(
        (group) => {
          const inbound = group.ingress.length;
          const outbound = group.egressRules;
          const seen = saw(securityGroups, { vpc: group.vpc, inboundRules: inbound, outboundRules: outbound });
          if (group.owner !== context.target.account) {
            return notApplicable(group, `account ${group.owner} owns this group and only it can change it`, seen);
          }
          return inbound + outbound === 0
            ? pass(group, 'it has no inbound and no outbound rule', seen)
            : fail(group, `it has ${inbound} inbound and ${outbound} outbound rules; it should have none`, seen);
        },
        () => notApplicable(target, 'there is no default security group in any region that was looked at'),
      ),
});
