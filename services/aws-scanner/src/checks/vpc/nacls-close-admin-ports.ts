import { check, fail, notApplicable, pass, saw, target } from '@cis-scan/engine';
import { networkAcls } from '../../facts/ec2/network-acls.ts';
import { naclOpenings, type NaclOpening } from '../../semantics/nacl.ts';

function sentence({ entry, port, transport, cancelledBy }: NaclOpening, isDefault: boolean): string {
  const from = entry.cidr ?? entry.ipv6Cidr;
  const asDefault = isDefault ? '; a default network ACL lets everything in until it is changed' : '';
  const harmless = cancelledBy.length > 0 ? '; an earlier deny makes this harmless in effect' : '';
  return `rule ${entry.rule} lets ${from} reach ${transport} port ${port}, which should be closed to the internet${asDefault}${harmless}`;
}

export default check({
  title: 'Network ACLs do not let the whole internet reach admin ports',
  why: 'Ports for remote administration that anyone can reach are tried by everyone, all day.',
  fix: 'Remove the inbound entry that allows 0.0.0.0/0, or narrow it to the addresses that administer these hosts.',
  needs: { networkAcls },
  options: {
    adminPorts: [22, 3389],
    protocols: ['tcp', 'udp', 'all'],
    ruleOrderCounts: true,
    judgeUnassociated: false,
    includeIpv6: false,
  },
  evaluate: (facts, options) =>
    facts.networkAcls.each(
      (acl) => {
        const { isDefault, subnets } = acl;
        if (subnets === 0 && !options.judgeUnassociated) {
          const reason = 'no subnet uses this network ACL, so it has no effect';
          return notApplicable(acl, reason, saw(networkAcls, { subnets }));
        }
        const openings = naclOpenings(acl.entries, options);
        const open = openings.find((o) => o.cancelledBy.length === 0) ?? openings[0];
        return open
          ? fail(acl, sentence(open, isDefault), saw(networkAcls, { isDefault, subnets, entry: open.entry }))
          : pass(
              acl,
              `no inbound entry lets the whole internet reach port ${options.adminPorts.join(' or ')}`,
              saw(networkAcls, { isDefault, subnets, inboundEntries: acl.entries.filter((e) => !e.egress).length }),
            );
      },
      () => notApplicable(target, 'there is no network ACL in any region that was looked at'),
    ),
});
