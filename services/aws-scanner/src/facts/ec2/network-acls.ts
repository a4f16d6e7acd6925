import type { NaclEntry } from '../../semantics/nacl.ts';
import { regional } from '../define.ts';
import { pages } from '../door.ts';

/** Network ACLs of every enabled region with their entries. API: ec2 DescribeNetworkAcls. */
export const networkAcls = regional({
  name: 'ec2/network-acls',
  calls: ['ec2:DescribeNetworkAcls'],
  async *read({ ec2 }, { account, partition, region }) {
    const ask = (NextToken: string | undefined) => ec2.describeNetworkAcls({ MaxResults: 1000, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const acl of page.NetworkAcls ?? []) {
        yield {
          id: `arn:${partition}:ec2:${region}:${account}:network-acl/${acl.NetworkAclId}`,
          isDefault: acl.IsDefault ?? false,
          subnets: (acl.Associations ?? []).length,
          entries: (acl.Entries ?? []).map((e): NaclEntry => ({
            rule: e.RuleNumber ?? 0,
            action: e.RuleAction ?? 'deny',
            egress: e.Egress ?? false,
            protocol: e.Protocol ?? '-1',
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
