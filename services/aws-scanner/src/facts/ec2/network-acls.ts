import type { NaclEntry } from '../../semantics/nacl.ts';
import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

/** Network ACLs of every enabled region with their entries. API: ec2 DescribeNetworkAcls. */
export const networkAcls = regional({
  name: 'ec2/network-acls',
  calls: ['ec2:DescribeNetworkAcls'],
  async *read({ ec2 }, { account, partition, region }) {
    const ask = (NextToken: string | undefined) => ec2.describeNetworkAcls({ MaxResults: 1000, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const acl of page.NetworkAcls ?? []) {
        yield {
          id: `arn:${partition}:ec2:${region}:${account}:network-acl/${told(acl.NetworkAclId, 'the id of a network ACL')}`,
          isDefault: acl.IsDefault ?? false,
          subnets: (acl.Associations ?? []).length,
          entries: (acl.Entries ?? []).map((e): NaclEntry => ({
            rule: told(e.RuleNumber, 'the number of an entry'),
            action: told(e.RuleAction, 'what an entry does'),
            egress: told(e.Egress, 'the direction of an entry'),
            protocol: told(e.Protocol, 'the protocol of an entry'),
            cidr: e.CidrBlock ?? null,
            ipv6Cidr: e.Ipv6CidrBlock ?? null,
            from: e.PortRange?.From ?? null,
            to: e.PortRange?.To ?? null,
          })),
        };
      }
    }
  },
});
