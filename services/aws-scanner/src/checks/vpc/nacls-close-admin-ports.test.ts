import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { NaclEntry } from '../../semantics/nacl.ts';
import check from './nacls-close-admin-ports.ts';

const entry = (rule: number, action: NaclEntry['action'], over: Partial<NaclEntry> = {}): NaclEntry => ({
  rule,
  action,
  egress: false,
  protocol: '6',
  cidr: '0.0.0.0/0',
  ipv6Cidr: null,
  from: 22,
  to: 22,
  ...over,
});
const acl = (...entries: NaclEntry[]) => ({
  id: 'arn:aws:ec2:eu-west-1:111122223333:network-acl/acl-1',
  region: 'eu-west-1',
  isDefault: false,
  subnets: 1,
  entries,
});
const everything = { protocol: '-1', from: null, to: null };
const gap = {
  fact: 'ec2/network-acls',
  cause: 'denied',
  region: 'us-east-1',
  rights: ['ec2:DescribeNetworkAcls'],
  detail: 'no',
} as const;
const acls = (...all: ReturnType<typeof acl>[]) => ({ networkAcls: new Listing(all) });
const inOrder = { ruleOrderCounts: true };
const old = { ruleOrderCounts: false, judgeUnassociated: true };
const unused = { ...acl(entry(100, 'allow')), subnets: 0 };

test.each(
  cases(check, [
    {
      when: 'SSH open',
      facts: acls(acl(entry(100, 'allow'))),
      then: 'fail',
      says: /rule 100 lets 0.0.0.0\/0 reach tcp port 22/,
    },
    {
      when: 'RDP open by UDP',
      facts: acls(acl(entry(100, 'allow', { protocol: '17', from: 3389, to: 3389 }))),
      then: 'fail',
    },
    { when: 'a range that holds the port', facts: acls(acl(entry(100, 'allow', { from: 20, to: 30 }))), then: 'fail' },
    { when: 'a range beside the port', facts: acls(acl(entry(100, 'allow', { from: 23, to: 3388 }))), then: 'pass' },
    { when: 'every protocol', facts: acls(acl(entry(100, 'allow', everything))), then: 'fail' },
    {
      when: 'a default ACL, which allows everything',
      facts: acls({ ...acl(entry(100, 'allow', everything)), isDefault: true }),
      then: 'fail',
      says: /default network ACL/,
    },
    { when: 'outbound only', facts: acls(acl(entry(100, 'allow', { egress: true }))), then: 'pass' },
    { when: 'the office only', facts: acls(acl(entry(100, 'allow', { cidr: '203.0.113.0/24' }))), then: 'pass' },
    {
      when: 'the last deny never matters',
      facts: acls(acl(entry(100, 'allow'), entry(32767, 'deny', everything))),
      then: 'fail',
    },
    {
      when: 'IPv6, not asked for',
      facts: acls(acl(entry(100, 'allow', { cidr: null, ipv6Cidr: '::/0' }))),
      then: 'pass',
    },
    {
      when: 'IPv6, asked for',
      facts: acls(acl(entry(100, 'allow', { cidr: null, ipv6Cidr: '::/0' }))),
      with: { includeIpv6: true },
      then: 'fail',
      says: /::\/0/,
    },
    {
      when: 'another admin port by option',
      facts: acls(acl(entry(100, 'allow', { from: 5985, to: 5986 }))),
      with: { adminPorts: [5985] },
      then: 'fail',
    },
    {
      when: 'an earlier deny, order not counted',
      facts: acls(acl(entry(50, 'deny'), entry(100, 'allow'))),
      with: old,
      then: 'fail',
      says: /harmless in effect/,
    },
    {
      when: 'an earlier deny, order counted',
      facts: acls(acl(entry(50, 'deny'), entry(100, 'allow'))),
      with: inOrder,
      then: 'pass',
    },
    {
      when: 'an earlier TCP deny does not cancel UDP',
      facts: acls(acl(entry(50, 'deny'), entry(100, 'allow', everything))),
      with: inOrder,
      then: 'fail',
      says: /udp port 22/,
    },
    { when: 'no subnet uses it, judged all the same', facts: acls(unused), with: old, then: 'fail' },
    { when: 'no subnet uses it, newer versions', facts: acls(unused), then: 'not-applicable' },
    {
      when: 'open in one region, another unread',
      facts: { networkAcls: new Listing([acl(entry(100, 'allow'))], [gap]) },
      then: 'fail',
    },
    { when: 'closed, one region unread', facts: { networkAcls: new Listing([acl()], [gap]) }, then: 'not-assessed' },
    { when: 'nothing at all', facts: acls(), then: 'not-applicable' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('an unread region is a row of the account in that region, and names the right', () => {
  const [row] = judgements(check, {
    when: '',
    facts: { networkAcls: new Listing([acl()].slice(1), [gap]) },
    then: 'not-assessed',
  });
  expect(row).toMatchObject({ id: null, region: 'us-east-1', cause: 'denied', rights: ['ec2:DescribeNetworkAcls'] });
});
