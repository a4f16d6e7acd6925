import { AccessAnalyzerClient, ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import {
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
} from '@aws-sdk/client-config-service';
import {
  DescribeFlowLogsCommand,
  DescribeNetworkAclsCommand,
  DescribeSecurityGroupsCommand,
  DescribeVpcsCommand,
  GetEbsEncryptionByDefaultCommand,
  type IpPermission,
  type NetworkAclEntry,
} from '@aws-sdk/client-ec2';
import { DescribeKeyCommand, GetKeyRotationStatusCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import type { SeededAccount } from '../account.ts';
import type { Seen } from './seen.ts';

const ADMIN_PORTS = [22, 3389];
const OPEN = '0.0.0.0/0';

function opensAdmin(permission: IpPermission): boolean {
  const { IpProtocol, FromPort = 0, ToPort = 65_535, IpRanges } = permission;
  const hit = IpProtocol === '-1' || ADMIN_PORTS.some((port) => FromPort <= port && port <= ToPort);
  return hit && (IpRanges ?? []).some(({ CidrIp }) => CidrIp === OPEN);
}

function letsAdminIn(entry: NetworkAclEntry): boolean {
  const { From = 0, To = 65_535 } = entry.PortRange ?? {};
  const hit = entry.Protocol === '-1' || ADMIN_PORTS.some((port) => From <= port && port <= To);
  return !entry.Egress && entry.RuleAction === 'allow' && entry.CidrBlock === OPEN && hit;
}

async function network(account: SeededAccount, region: string): Promise<Seen> {
  const ec2 = account.ec2(region);
  const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
  const { FlowLogs } = await ec2.send(new DescribeFlowLogsCommand({}));
  const { NetworkAcls } = await ec2.send(new DescribeNetworkAclsCommand({}));
  const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({}));
  const logged = new Set((FlowLogs ?? []).filter((f) => f.FlowLogStatus === 'ACTIVE').map((f) => f.ResourceId));
  const groups = SecurityGroups ?? [];
  return {
    '2.2.1': (await ec2.send(new GetEbsEncryptionByDefaultCommand({}))).EbsEncryptionByDefault === true,
    '3.9': (Vpcs ?? []).every(({ VpcId }) => logged.has(VpcId)),
    '5.1': !(NetworkAcls ?? []).some(({ Entries }) => Entries?.some(letsAdminIn)),
    '5.2': !groups.some(({ IpPermissions }) => IpPermissions?.some(opensAdmin)),
    '5.3': !groups.some((g) => g.GroupName === 'default' && (g.IpPermissions?.length || g.IpPermissionsEgress?.length)),
  };
}

async function recorder(account: SeededAccount, region: string): Promise<boolean> {
  const config = account.config(region);
  const { ConfigurationRecorders } = await config.send(new DescribeConfigurationRecordersCommand({}));
  const { ConfigurationRecordersStatus } = await config.send(new DescribeConfigurationRecorderStatusCommand({}));
  const status = ConfigurationRecordersStatus?.[0];
  const everything = ConfigurationRecorders?.[0]?.recordingGroup?.allSupported === true;
  return everything && status?.recording === true && /^success$/i.test(status.lastStatus ?? '');
}

async function keys(account: SeededAccount, region: string): Promise<boolean> {
  const kms = account.kms(region);
  const { Keys } = await kms.send(new ListKeysCommand({}));
  for (const { KeyId } of Keys ?? []) {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    if (KeyMetadata?.KeyManager !== 'CUSTOMER' || KeyMetadata.KeyUsage !== 'ENCRYPT_DECRYPT') continue;
    if (!(await kms.send(new GetKeyRotationStatusCommand({ KeyId }))).KeyRotationEnabled) return false;
  }
  return true;
}

/** What one region says, by control. */
export async function seenInRegion(account: SeededAccount, region: string): Promise<Seen> {
  const client = new AccessAnalyzerClient({ region, endpoint: account.endpoint, credentials: account.credentials });
  const { analyzers } = await client.send(new ListAnalyzersCommand({}));
  client.destroy();
  return {
    ...(await network(account, region)),
    '1.21': (analyzers ?? []).some(({ status }) => status === 'ACTIVE'),
    '3.5': await recorder(account, region),
    '3.8': await keys(account, region),
  };
}
