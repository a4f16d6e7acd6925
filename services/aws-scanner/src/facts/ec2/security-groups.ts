import type { IpPermission } from '@aws-sdk/client-ec2';
import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

const permissionOf = (p: IpPermission) => ({
  protocol: told(p.IpProtocol, 'the protocol of a rule'),
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
        const groupId = told(group.GroupId, 'the id of a security group');
        yield {
          id: `arn:${partition}:ec2:${region}:${group.OwnerId ?? account}:security-group/${groupId}`,
          name: told(group.GroupName, `the name of ${groupId}`),
          vpc: group.VpcId ?? null,
          owner: group.OwnerId ?? account,
          // EC2's XML cannot tell a list without members from one that is left out: both are empty
          ingress: (group.IpPermissions ?? []).map(permissionOf),
          egressRules: (group.IpPermissionsEgress ?? []).length,
        };
      }
    }
  },
});
