import { expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './security-groups-close-admin-ports-ipv4.ts';

const rule = (over: {
  protocol?: string;
  from?: number | null;
  to?: number | null;
  ipv4?: string[];
  ipv6?: string[];
  prefixLists?: string[];
}) => ({
  protocol: 'tcp',
  from: 22 as number | null,
  to: 22 as number | null,
  ipv4: ['0.0.0.0/0'],
  ipv6: [] as string[],
  prefixLists: [] as string[],
  ...over,
});
const group = (...ingress: ReturnType<typeof rule>[]) => ({
  id: 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1',
  region: 'eu-west-1',
  name: 'web',
  vpc: 'vpc-1',
  owner: '111122223333',
  ingress,
  egressRules: 1,
});
const gap: Gap = {
  fact: 'ec2/security-groups',
  cause: 'denied',
  region: 'us-east-1',
  rights: ['ec2:DescribeSecurityGroups'],
  detail: 'no',
};
const read = (...groups: ReturnType<typeof group>[]) => ({ securityGroups: new Listing(groups) });
const partly = (...groups: ReturnType<typeof group>[]) => ({ securityGroups: new Listing(groups, [gap]) });
const open = (over: Parameters<typeof rule>[0]) => read(group(rule(over)));
const halves = ['0.0.0.0/1', '128.0.0.0/1'];

test.each(
  cases(check, [
    { when: 'SSH open', facts: open({}), then: 'fail', says: /0\.0\.0\.0\/0 may reach tcp 22/ },
    { when: 'RDP open', facts: open({ from: 3389, to: 3389 }), then: 'fail', says: /tcp 3389/ },
    { when: 'RDP open by UDP', facts: open({ protocol: 'udp', from: 3389, to: 3389 }), then: 'fail' },
    { when: 'every protocol, without ports', facts: open({ protocol: '-1', from: null, to: null }), then: 'fail' },
    { when: 'TCP by its number', facts: open({ protocol: '6' }), then: 'fail' },
    { when: 'UDP by its number', facts: open({ protocol: '17' }), then: 'fail' },
    { when: 'every port', facts: open({ from: 0, to: 65_535 }), then: 'fail' },
    { when: 'a range that holds the port', facts: open({ from: 0, to: 1024 }), then: 'fail' },
    { when: 'a range beside the ports', facts: open({ from: 23, to: 3388 }), then: 'pass' },
    { when: 'another port', facts: open({ from: 443, to: 443 }), then: 'pass' },
    { when: 'another port by option', facts: open({ from: 443, to: 443 }), with: { adminPorts: [443] }, then: 'fail' },
    { when: 'ICMP, whose ports are types', facts: open({ protocol: 'icmp', from: 3, to: 255 }), then: 'pass' },
    { when: 'ICMP by its number', facts: open({ protocol: '1', from: 0, to: 255 }), then: 'pass' },
    { when: 'UDP where only TCP counts', facts: open({ protocol: 'udp' }), with: { protocols: ['tcp'] }, then: 'pass' },
    { when: 'the office only', facts: open({ ipv4: ['203.0.113.0/24'] }), then: 'pass' },
    { when: 'IPv6 only, which another control asks', facts: open({ ipv4: [], ipv6: ['::/0'] }), then: 'pass' },
    { when: 'other groups only', facts: open({ ipv4: [] }), then: 'pass' },
    {
      when: 'a prefix list',
      facts: open({ ipv4: [], prefixLists: ['pl-1'] }),
      then: 'pass',
      says: /prefix lists pl-1 hold was not evaluated/,
    },
    {
      when: 'two halves',
      facts: open({ ipv4: halves }),
      then: 'pass',
      says: /together are the whole internet reach 22/,
    },
    { when: 'two halves, counted', facts: open({ ipv4: halves }), with: { splitInternetFails: true }, then: 'fail' },
    {
      when: 'two halves in two rules, counted',
      facts: read(group(...halves.map((h) => rule({ ipv4: [h] })))),
      with: { splitInternetFails: true },
      then: 'fail',
    },
    { when: 'no rule at all', facts: read(group()), then: 'pass' },
    { when: 'one open, one closed', facts: read(group(), { ...group(rule({})), id: 'arn:2' }), then: 'fail' },
    { when: 'a region unread', facts: partly(group()), then: 'not-assessed' },
    { when: 'a region unread, another open', facts: partly(group(rule({}))), then: 'fail' },
    { when: 'no group at all', facts: read(), then: 'not-applicable' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
