import { regional } from '../define.ts';
import { pages } from '../door.ts';

/** VPCs of every enabled region, also those that another account shares. API: ec2 DescribeVpcs. */
export const vpcs = regional({
  name: 'ec2/vpcs',
  calls: ['ec2:DescribeVpcs'],
  async *read({ ec2 }, { account, partition, region }) {
    const ask = (NextToken: string | undefined) => ec2.describeVpcs({ MaxResults: 1000, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const vpc of page.Vpcs ?? []) {
        const owner = vpc.OwnerId ?? account;
        yield {
          id: `arn:${partition}:ec2:${region}:${owner}:vpc/${vpc.VpcId}`,
          vpcId: vpc.VpcId ?? '',
          owner,
          isDefault: vpc.IsDefault ?? false,
        };
      }
    }
  },
});
