import type { Answer } from '../../../overlay/call.ts';
import { HOME } from '../../../seed/account.ts';
import type { Answerer, Question } from '../answerer.ts';
import { ACCOUNT, REGIONS, type Numbered } from '../model.ts';
import { ec2Answer, page, type Value } from '../wire.ts';

const hex = (n: number): string => (n + 1_000).toString(16).padStart(17, '0');
const vpcOf = (n: number): string => `vpc-${hex(n)}`;

/** One page of what the region holds. */
function pageOf(
  operation: string,
  set: string,
  of: (question: Question) => readonly Numbered[],
  show: (one: Numbered) => { readonly [name: string]: Value },
): Answerer {
  return (question): Answer => {
    const here = of(question).filter((one) => one.region === question.region);
    const { items, next } = page(
      here,
      question.parameter('NextToken'),
      Number(question.parameter('MaxResults') ?? 1000),
    );
    return ec2Answer(operation, { [set]: items.map(show), nextToken: next });
  };
}

const rule = (protocol: string, from: number, to: number, cidr: string): Value => ({
  ipProtocol: protocol,
  fromPort: from,
  toPort: to,
  groups: [],
  ipRanges: [{ cidrIp: cidr }],
  ipv6Ranges: [],
  prefixListIds: [],
});
const outward: Value = { ipProtocol: '-1', groups: [], ipRanges: [{ cidrIp: '0.0.0.0/0' }], ipv6Ranges: [] };
const entry = (number: number, action: string, egress: boolean): Value => ({
  ruleNumber: number,
  protocol: '-1',
  ruleAction: action,
  egress,
  cidrBlock: '0.0.0.0/0',
});

const peering: Value = {
  vpcPeeringConnectionId: 'pcx-00000000000000001',
  status: { code: 'active', message: 'Active' },
  requesterVpcInfo: { ownerId: ACCOUNT, vpcId: vpcOf(0), cidrBlock: '10.0.0.0/16', region: HOME },
  accepterVpcInfo: { ownerId: ACCOUNT, vpcId: vpcOf(1), cidrBlock: '10.1.0.0/16', region: HOME },
};
const routes: Value = {
  routeTableId: 'rtb-00000000000000001',
  vpcId: vpcOf(0),
  ownerId: ACCOUNT,
  associationSet: [],
  routeSet: [{ destinationCidrBlock: '10.1.4.0/24', vpcPeeringConnectionId: 'pcx-00000000000000001', state: 'active' }],
};

export const EC2: Readonly<Record<string, Answerer>> = {
  'ec2:DescribeRegions': () =>
    ec2Answer('DescribeRegions', {
      regionInfo: REGIONS.map((regionName) => ({ regionName, optInStatus: 'opt-in-not-required' })),
    }),
  'ec2:DescribeVpcs': pageOf(
    'DescribeVpcs',
    'vpcSet',
    (q) => q.account.vpcs,
    ({ n }) => ({
      vpcId: vpcOf(n),
      ownerId: ACCOUNT,
      isDefault: n < 0,
      cidrBlock: '10.0.0.0/16',
      state: 'available',
    }),
  ),
  'ec2:DescribeFlowLogs': pageOf(
    'DescribeFlowLogs',
    'flowLogSet',
    (q) => q.account.flowLogs,
    ({ n }) => ({
      flowLogId: `fl-${hex(n)}`,
      resourceId: vpcOf(n),
      flowLogStatus: 'ACTIVE',
      trafficType: 'ALL',
      deliverLogsStatus: 'SUCCESS',
      logDestinationType: 's3',
    }),
  ),
  'ec2:DescribeNetworkAcls': pageOf(
    'DescribeNetworkAcls',
    'networkAclSet',
    (q) => q.account.networkAcls,
    ({ n }) => ({
      networkAclId: `acl-${hex(n)}`,
      vpcId: vpcOf(n),
      ownerId: ACCOUNT,
      default: n < 0,
      associationSet: [
        { networkAclAssociationId: `aclassoc-${hex(n)}`, networkAclId: `acl-${hex(n)}`, subnetId: 'subnet-1' },
      ],
      entrySet: [
        entry(100, n % 3 === 0 ? 'deny' : 'allow', false),
        entry(100, 'allow', true),
        entry(32767, 'deny', false),
      ],
    }),
  ),
  'ec2:DescribeSecurityGroups': pageOf(
    'DescribeSecurityGroups',
    'securityGroupInfo',
    (q) => q.account.securityGroups,
    ({ n }) => ({
      groupId: `sg-${hex(n)}`,
      groupName: n < 0 ? 'default' : `group-${n}`,
      groupDescription: 'of the bench',
      ownerId: ACCOUNT,
      vpcId: vpcOf(n < 0 ? n : n % 5),
      ipPermissions: [
        rule('tcp', 443, 443, '0.0.0.0/0'),
        rule('tcp', 22, 22, n % 7 === 0 ? '0.0.0.0/0' : '10.0.0.0/8'),
      ],
      ipPermissionsEgress: [outward],
      tagSet: [{ key: 'Team', value: `team-${n % 12}` }],
    }),
  ),
  'ec2:DescribeInstances': pageOf(
    'DescribeInstances',
    'reservationSet',
    (q) => q.account.instances,
    ({ n, region }) => ({
      reservationId: `r-${hex(n)}`,
      ownerId: ACCOUNT,
      instancesSet: [
        {
          instanceId: `i-${hex(n)}`,
          imageId: 'ami-00000000000000001',
          instanceState: { code: 16, name: 'running' },
          instanceType: 't3.small',
          placement: { availabilityZone: `${region}a` },
          vpcId: vpcOf(0),
          iamInstanceProfile:
            n % 2 === 0 ? { arn: `arn:aws:iam::${ACCOUNT}:instance-profile/web`, id: 'AIPA1' } : undefined,
          tagSet: [{ key: 'Name', value: `host-${n}` }],
        },
      ],
    }),
  ),
  'ec2:GetEbsEncryptionByDefault': ({ region }) =>
    ec2Answer('GetEbsEncryptionByDefault', { ebsEncryptionByDefault: region.startsWith('eu-') }),
  'ec2:DescribeVpcPeeringConnections': ({ region }) =>
    ec2Answer('DescribeVpcPeeringConnections', { vpcPeeringConnectionSet: region === HOME ? [peering] : [] }),
  'ec2:DescribeRouteTables': ({ region }) =>
    ec2Answer('DescribeRouteTables', { routeTableSet: region === HOME ? [routes] : [] }),
};
