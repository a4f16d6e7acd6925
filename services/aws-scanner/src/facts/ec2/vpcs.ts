import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

/** VPCs of every enabled region, also those that another account shares. API: ec2 DescribeVpcs. */
export const vpcs = regional({
  name: 'ec2/vpcs',
  calls: ['ec2:DescribeVpcs'],
  async *read({ ec2 }, { account, partition, region }) {
    const ask = (NextToken: string | undefined) => ec2.describeVpcs({ MaxResults: 1000, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const vpc of page.Vpcs ?? []) {
        const owner = vpc.OwnerId ?? account;
        const vpcId = told(vpc.VpcId, 'the id of a VPC');
        yield {
          id: `arn:${partition}:ec2:${region}:${owner}:vpc/${vpcId}`,
          vpcId,
          owner,
          isDefault: vpc.IsDefault ?? false,
        };
      }
    }
  },
});
