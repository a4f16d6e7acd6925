import type { VpcPeeringConnectionVpcInfo } from '@aws-sdk/client-ec2';
import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

/** One end of a peering. */
export interface PeeringEnd {
  readonly vpc: string | null;
  readonly owner: string | null;
  /** IPv4 and IPv6 blocks of the VPC; AWS tells those of both ends while the peering is active. */
  readonly blocks: readonly string[];
}

const endOf = (end: VpcPeeringConnectionVpcInfo | undefined): PeeringEnd => {
  const ipv4 = [end?.CidrBlock, ...(end?.CidrBlockSet ?? []).map((block) => block.CidrBlock)];
  const ipv6 = (end?.Ipv6CidrBlockSet ?? []).map((block) => block.Ipv6CidrBlock);
  return {
    vpc: end?.VpcId ?? null,
    owner: end?.OwnerId ?? null,
    blocks: [...new Set([...ipv4, ...ipv6].filter((block) => block !== undefined))],
  };
};

/** VPC peering connections of every enabled region that are active. API: ec2 DescribeVpcPeeringConnections. */
export const vpcPeerings = regional({
  name: 'ec2/vpc-peerings',
  calls: ['ec2:DescribeVpcPeeringConnections'],
  async *read({ ec2 }, { account, partition, region }) {
    const ask = (NextToken: string | undefined) => ec2.describeVpcPeeringConnections({ MaxResults: 1000, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const peering of page.VpcPeeringConnections ?? []) {
        // only an active peering carries traffic; deleted and rejected ones are shown for some hours more
        if (told(peering.Status?.Code, 'the status of a peering') !== 'active') continue;
        const peeringId = told(peering.VpcPeeringConnectionId, 'the id of a peering');
        yield {
          id: `arn:${partition}:ec2:${region}:${account}:vpc-peering-connection/${peeringId}`,
          peeringId,
          ends: [endOf(peering.RequesterVpcInfo), endOf(peering.AccepterVpcInfo)],
        };
      }
    }
  },
});
