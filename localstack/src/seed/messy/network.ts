import {
  AcceptVpcPeeringConnectionCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateRouteCommand,
  CreateSecurityGroupCommand,
  CreateVpcCommand,
  CreateVpcPeeringConnectionCommand,
  DescribeRouteTablesCommand,
  DescribeVpcsCommand,
  RunInstancesCommand,
  type IpPermission,
} from '@aws-sdk/client-ec2';
import { HOME, type SeededAccount } from '../account.ts';

const tcp = (FromPort: number, ToPort: number): IpPermission => ({ IpProtocol: 'tcp', FromPort, ToPort });
const EVERYWHERE = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

/** Security groups that open administration ports to the world, each in its own way. */
const GROUPS: readonly { region: string; name: string; permission: IpPermission }[] = [
  { region: HOME, name: 'ssh-for-all', permission: { ...tcp(22, 22), ...EVERYWHERE } },
  { region: 'us-east-1', name: 'desktop', permission: { ...tcp(3000, 4000), ...EVERYWHERE } },
  { region: 'us-west-2', name: 'anything', permission: { IpProtocol: '-1', ...EVERYWHERE } },
  {
    region: 'ap-southeast-2',
    name: 'ssh-six',
    permission: { ...tcp(22, 22), Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
  },
  { region: 'eu-central-1', name: 'web', permission: { ...tcp(443, 443), ...EVERYWHERE } },
];

async function seedPeering(account: SeededAccount): Promise<void> {
  const ec2 = account.ec2(HOME);
  const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.50.0.0/16' }));
  const { VpcPeeringConnection } = await ec2.send(
    new CreateVpcPeeringConnectionCommand({ VpcId: Vpcs?.[0]?.VpcId, PeerVpcId: Vpc?.VpcId }),
  );
  const VpcPeeringConnectionId = VpcPeeringConnection?.VpcPeeringConnectionId;
  await ec2.send(new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId }));
  const { RouteTables } = await ec2.send(
    new DescribeRouteTablesCommand({ Filters: [{ Name: 'vpc-id', Values: [Vpcs?.[0]?.VpcId ?? ''] }] }),
  );
  await ec2.send(
    new CreateRouteCommand({
      RouteTableId: RouteTables?.[0]?.RouteTableId,
      DestinationCidrBlock: '10.50.0.0/16',
      VpcPeeringConnectionId,
    }),
  );
}

/** Default networks left as AWS gives them in every region, open groups, an instance without a role, a wide peering. */
export async function seedMessyNetwork(account: SeededAccount): Promise<void> {
  for (const { region, name, permission } of GROUPS) {
    const ec2 = account.ec2(region);
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
    const { GroupId } = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName: name, Description: name, VpcId: Vpcs?.[0]?.VpcId }),
    );
    await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [permission] }));
  }
  await account
    .ec2('us-east-1')
    .send(new RunInstancesCommand({ ImageId: 'ami-12345678', InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }));
  await seedPeering(account);
}
