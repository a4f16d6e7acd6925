import type { IpPermission } from '@aws-sdk/client-ec2';
import { regional } from '../define.ts';
import { pages } from '../door.ts';

const permissionOf = (p: IpPermission) => ({
  protocol: p.IpProtocol ?? '-1',
  from: p.FromPort ?? null,
  to: p.ToPort ?? null,
  ipv4: (p.IpRanges ?? []).flatMap((r) => r.CidrIp ?? []),
  ipv6: (p.Ipv6Ranges ?? []).flatMap((r) => r.CidrIpv6 ?? []),
  prefixLists: (p.PrefixListIds ?? []).flatMap((l) => l.PrefixListId ?? []),
});

/** Security groups of every enabled region with what they let in, and how many rules let something out. API: ec2 DescribeSecurityGroups. */
export const securityGroups = regional({
  name: 'ec2/security-groups',
  calls: ['ec2:DescribeSecurityGroups'],
  async *read({ ec2 }, { account, partition, region }) {
    const ask = (NextToken: string | undefined) => ec2.describeSecurityGroups({ MaxResults: 1000, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const group of page.SecurityGroups ?? []) {
        yield {
          id: `arn:${partition}:ec2:${region}:${group.OwnerId ?? account}:security-group/${group.GroupId}`,
          name: group.GroupName ?? '',
          vpc: group.VpcId ?? null,
          owner: group.OwnerId ?? account,
          ingress: (group.IpPermissions ?? []).map(permissionOf),
          egressRules: (group.IpPermissionsEgress ?? []).length,
        };
      }
    }
  },
});
