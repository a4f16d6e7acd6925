import { expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import check from './peering-routes-least-access.ts';

const readAt = '2026-01-01T00:00:00Z';
const table = (...destinations: readonly string[]) => ({
  id: 'arn:aws:ec2:eu-west-1:111122223333:route-table/rtb-1',
  region: 'eu-west-1',
  vpc: 'vpc-here',
  subnets: 1,
  routes: destinations.map((destination) => ({
    destination,
    peering: 'pcx-1',
    peerVpc: 'vpc-there',
    peerBlocks: ['10.1.0.0/16', '2001:db8:1::/56'],
  })),
});
const read = (tables: readonly ReturnType<typeof table>[], gaps: readonly Gap[] = []) => ({
  peeringRoutes: { ok: true as const, value: new Listing(tables, gaps), readAt },
});
const gapIn = (fact: string, right: string): Gap => ({
  fact,
  cause: 'denied',
  region: 'us-east-1',
  rights: [right],
  detail: 'no',
});
const peeringGap = gapIn('ec2/vpc-peerings', 'ec2:DescribeVpcPeeringConnections');
const tableGap = gapIn('ec2/peering-route-tables', 'ec2:DescribeRouteTables');
const failing = { whenUnproven: 'fail' };

test.each(
  cases(check, [
    { when: 'the whole internet', facts: read([table('0.0.0.0/0')]), then: 'manual', says: /every address/ },
    {
      when: 'the whole IPv6 internet',
      facts: read([table('::/0')]),
      then: 'manual',
      says: /::\/0 over pcx-1 is every/,
    },
    {
      when: 'the whole peer block',
      facts: read([table('10.1.0.0/16')]),
      then: 'manual',
      says: /the whole block 10\.1/,
    },
    {
      when: 'more than the peer block',
      facts: read([table('10.0.0.0/8')]),
      then: 'manual',
      says: /10\.0\.0\.0\/8 over/,
    },
    { when: 'the whole IPv6 block', facts: read([table('2001:db8:1::/56')]), then: 'manual', says: /whole block 2001/ },
    { when: 'one subnet', facts: read([table('10.1.4.0/24')]), then: 'manual', says: /whether each is needed/ },
    {
      when: 'a prefix list',
      facts: read([table('pl-12345678')]),
      then: 'manual',
      says: /prefix lists pl-12345678 hold was not evaluated/,
    },
    { when: 'wide, another tool decides so', facts: read([table('10.1.0.0/16')]), with: failing, then: 'fail' },
    { when: 'narrow, never a pass', facts: read([table('10.1.4.0/24')]), with: failing, then: 'manual' },
    { when: 'no active peering', facts: read([]), then: 'not-applicable' },
    { when: 'no active peering seen, a region unread', facts: read([], [peeringGap]), then: 'manual' },
    { when: 'route tables unread', facts: read([], [tableGap]), then: 'manual', says: /evidence is missing/ },
    { when: 'regions unread', facts: { peeringRoutes: { ok: false, gap: peeringGap } }, then: 'manual' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  ['0.0.0.0/0', 'fail'],
  ['10.1.0.0/16', 'fail'],
  ['10.1.4.0/24', null],
])('a route to %s suggests %s', (destination, suggested) => {
  const [row] = judgements(check, { when: '', facts: read([table('10.1.9.0/24', destination)]), then: 'manual' });
  expect(row).toMatchObject({ verdict: 'manual', suggested, region: 'eu-west-1' });
});

test('what is unread names its right, in its region', () => {
  const rows = judgements(check, { when: '', facts: read([table('::/0')], [peeringGap, tableGap]), then: 'manual' });
  expect(rows.slice(1)).toMatchObject([
    { id: null, region: 'us-east-1', rights: ['ec2:DescribeVpcPeeringConnections'] },
    { id: null, region: 'us-east-1', rights: ['ec2:DescribeRouteTables'] },
  ]);
});
