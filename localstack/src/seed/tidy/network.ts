import {
  CreateFlowLogsCommand,
  CreateNetworkAclEntryCommand,
  CreateSecurityGroupCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateVpcCommand,
  DeleteNetworkAclEntryCommand,
  DescribeNetworkAclsCommand,
  DescribeSecurityGroupsCommand,
  DescribeVpcsCommand,
  EnableEbsEncryptionByDefaultCommand,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import { HOME, type SeededAccount } from '../account.ts';

/** Where the account really works. */
const IN_USE = new Set([HOME, 'us-east-1', 'us-west-2']);

/** Takes every rule from the default security group, and the open one from the default network ACL. */
async function closeDefaults(ec2: EC2Client, VpcId: string): Promise<void> {
  const { SecurityGroups } = await ec2.send(
    new DescribeSecurityGroupsCommand({
      Filters: [
        { Name: 'vpc-id', Values: [VpcId] },
        { Name: 'group-name', Values: ['default'] },
      ],
    }),
  );
  for (const { GroupId, IpPermissions, IpPermissionsEgress } of SecurityGroups ?? []) {
    if (IpPermissions?.length) await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    if (IpPermissionsEgress?.length) {
      await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: IpPermissionsEgress }));
    }
  }
  const { NetworkAcls } = await ec2.send(
    new DescribeNetworkAclsCommand({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }] }),
  );
  for (const { NetworkAclId } of NetworkAcls ?? []) {
    const inbound = { NetworkAclId, Egress: false, RuleNumber: 100 };
    await ec2.send(new DeleteNetworkAclEntryCommand(inbound));
    await ec2.send(
      new CreateNetworkAclEntryCommand({
        ...inbound,
        Protocol: '6',
        RuleAction: 'allow',
        CidrBlock: '0.0.0.0/0',
        PortRange: { From: 443, To: 443 },
      }),
    );
  }
}

async function recordFlows(ec2: EC2Client, VpcId: string, bucket: string): Promise<void> {
  await ec2.send(
    new CreateFlowLogsCommand({
      ResourceType: 'VPC',
      ResourceIds: [VpcId],
      TrafficType: 'ALL',
      LogDestinationType: 's3',
      LogDestination: `arn:aws:s3:::${bucket}`,
    }),
  );
}

async function seedNetwork(ec2: EC2Client): Promise<void> {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.20.0.0/16' }));
  const { GroupId } = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: 'web', Description: 'TLS from anywhere', VpcId: Vpc?.VpcId }),
  );
  const web = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
  const office = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '192.0.2.0/24' }] };
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [web, office] }));
}

/**
 * One region: encryption of volumes on, a network where it is in use, and every network, the default one included,
 * closed and with flow logs. (Default networks are closed, not removed: the emulator would keep their open lists.)
 */
export async function seedTidyNetwork(account: SeededAccount, region: string, flowLogBucket: string): Promise<void> {
  const ec2 = account.ec2(region);
  await ec2.send(new EnableEbsEncryptionByDefaultCommand({}));
  if (IN_USE.has(region)) await seedNetwork(ec2);
  const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
  for (const { VpcId } of Vpcs ?? []) {
    if (VpcId === undefined) continue;
    await closeDefaults(ec2, VpcId);
    await recordFlows(ec2, VpcId, flowLogBucket);
  }
}
