import { check, fail, notApplicable, pass, saw, target } from '@cis-scan/engine';
import { securityGroups } from '../../facts/ec2/security-groups.ts';
import { ingressExposure } from '../../semantics/security-group.ts';

export default check({
  title: 'Security groups do not let the whole IPv4 internet reach admin ports',
  why: 'Ports for remote administration that anyone can reach are tried by everyone, all day.',
  fix: 'Remove the inbound rule for 0.0.0.0/0, or narrow its source to the addresses that administer these hosts; Session Manager needs no open port at all.',
  needs: { securityGroups },
  options: { adminPorts: [22, 3389], protocols: ['tcp', 'udp', 'all'], splitInternetFails: false },
  evaluate: (facts, options) =>
    facts.securityGroups.each(
      (group) => {
        const { open, split } = ingressExposure(group.ingress, { ...options, family: 'ipv4' });
        const lists = group.ingress.flatMap((p) => p.prefixLists);
        const [first] = open;
        if (first) {
          const ports = [...new Set(open.map((o) => `${o.transport} ${o.port}`))].join(', ');
          const seen = saw(securityGroups, { name: group.name, openings: open });
          return fail(
            group,
            `${first.cidrs.join(' and ')} may reach ${ports}; these ports should be closed to the internet`,
            seen,
          );
        }
        const notes = [
          ...(split.length > 0 ? [`; ranges that together are the whole internet reach ${split[0]?.port}`] : []),
          ...(lists.length > 0 ? [`; what the prefix lists ${lists.join(', ')} hold was not evaluated`] : []),
        ];
        const reason = `no inbound rule lets 0.0.0.0/0 reach port ${options.adminPorts.join(' or ')}${notes.join('')}`;
        return pass(
          group,
          reason,
          saw(securityGroups, { name: group.name, inboundRules: group.ingress.length, split, prefixLists: lists }),
        );
      },
      () => notApplicable(target, 'there is no security group in any region that was looked at'),
    ),
});
