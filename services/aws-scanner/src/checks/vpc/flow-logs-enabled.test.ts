import { expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import check from './flow-logs-enabled.ts';

const log = (over: { traffic?: 'ALL' | 'ACCEPT' | 'REJECT'; status?: string; delivery?: string | null } = {}) => ({
  flowLog: 'fl-1',
  vpc: 'vpc-1',
  region: 'eu-west-1',
  status: 'ACTIVE',
  traffic: 'ALL' as const,
  delivery: 'SUCCESS',
  destination: null,
  ...over,
});
const vpc = (...logs: readonly ReturnType<typeof log>[]) => ({
  id: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1',
  vpcId: 'vpc-1',
  region: 'eu-west-1',
  owner: '111122223333',
  isDefault: false,
  logs: [...logs],
  unread: null as Gap | null,
});
const gap = (fact: string, right: string): Gap => ({
  fact,
  cause: 'denied',
  region: 'eu-west-1',
  rights: [right],
  detail: 'no',
});
const vpcsGap = gap('ec2/vpcs', 'ec2:DescribeVpcs');
const logsGap = gap('ec2/flow-logs', 'ec2:DescribeFlowLogs');
const read = (vpcs: readonly ReturnType<typeof vpc>[], gaps: readonly Gap[] = []) => ({
  vpcFlowLogs: new Listing(vpcs, gaps),
});
const rejected = { acceptedTrafficTypes: ['ALL', 'REJECT'] };

test.each(
  cases(check, [
    { when: 'an active flow log', facts: read([vpc(log())]), then: 'pass', says: /fl-1 is active$/ },
    { when: 'none (or only on subnets and interfaces)', facts: read([vpc()]), then: 'fail', says: /has no flow log/ },
    { when: 'one that is not active', facts: read([vpc(log({ status: 'INACTIVE' }))]), then: 'fail' },
    {
      when: 'accepted traffic only',
      facts: read([vpc(log({ traffic: 'ACCEPT' }))]),
      then: 'pass',
      says: /ACCEPT traffic/,
    },
    { when: 'rejected traffic only', facts: read([vpc(log({ traffic: 'REJECT' }))]), then: 'pass' },
    {
      when: 'accepted traffic only, rejected asked for',
      facts: read([vpc(log({ traffic: 'ACCEPT' }))]),
      with: rejected,
      then: 'fail',
      says: /accepted traffic type/,
    },
    {
      when: 'delivery failing',
      facts: read([vpc(log({ delivery: 'FAILED' }))]),
      then: 'pass',
      says: /delivery is failing/,
    },
    {
      when: 'one failing to deliver beside a good one',
      facts: read([vpc(log({ delivery: 'FAILED' }), { ...log(), flowLog: 'fl-2' })]),
      then: 'pass',
      says: /fl-2 is active$/,
    },
    { when: 'no delivery tried yet', facts: read([vpc(log({ delivery: null }))]), then: 'pass' },
    {
      when: 'a VPC that another account shares',
      facts: read([{ ...vpc(), owner: '444455556666' }]),
      then: 'not-applicable',
    },
    { when: 'an unused default VPC', facts: read([{ ...vpc(), isDefault: true }]), then: 'fail', says: /default VPC/ },
    { when: 'flow logs unread', facts: read([{ ...vpc(), unread: logsGap }]), then: 'not-assessed' },
    { when: 'one seen before the rest was unread', facts: read([{ ...vpc(log()), unread: logsGap }]), then: 'pass' },
    { when: 'VPCs of a region unread', facts: read([vpc(log())], [vpcsGap]), then: 'not-assessed' },
    { when: 'VPCs of a region unread, another bare', facts: read([vpc()], [vpcsGap]), then: 'fail' },
    { when: 'no VPC at all', facts: read([]), then: 'not-applicable' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('unread flow logs are a row of the VPC, and name the right', () => {
  const [row] = judgements(check, { when: '', facts: read([{ ...vpc(), unread: logsGap }]), then: 'not-assessed' });
  expect(row).toMatchObject({ id: vpc().id, region: 'eu-west-1', rights: ['ec2:DescribeFlowLogs'] });
});
