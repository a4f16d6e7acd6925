import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ingressExposure, type IngressPermission, type SecurityGroupOptions } from './security-group.ts';

const permission = (over: Partial<IngressPermission> = {}): IngressPermission => ({
  protocol: 'tcp',
  from: 22,
  to: 22,
  ipv4: ['0.0.0.0/0'],
  ipv6: [],
  ...over,
});
const options = (over: Partial<SecurityGroupOptions> = {}): SecurityGroupOptions => ({
  adminPorts: [22, 3389],
  protocols: ['tcp', 'udp', 'all'],
  splitInternetFails: false,
  family: 'ipv4',
  ...over,
});
const ways = (list: readonly { port: number; transport: string }[]): string[] =>
  list.map((o) => `${o.port}/${o.transport}`);
const lower = permission({ ipv4: ['0.0.0.0/1'] });
const upper = permission({ ipv4: ['128.0.0.0/1'], from: 0, to: 1024 });

describe('openings, as port/transport', () => {
  test.each<[string, IngressPermission[], Partial<SecurityGroupOptions>, string[]]>([
    ['no permission', [], {}, []],
    ['one port', [permission()], {}, ['22/tcp']],
    ['protocol as a number', [permission({ protocol: '6' })], {}, ['22/tcp']],
    ['UDP', [permission({ protocol: 'udp', from: 3389, to: 3389 })], {}, ['3389/udp']],
    [
      'every protocol without ports',
      [permission({ protocol: '-1', from: null, to: null })],
      { adminPorts: [22] },
      ['22/tcp', '22/udp'],
    ],
    [
      'every protocol ignores ports',
      [permission({ protocol: '-1', from: 80, to: 80 })],
      { adminPorts: [22] },
      ['22/tcp', '22/udp'],
    ],
    ['-1 to -1 is every port', [permission({ from: -1, to: -1 })], {}, ['22/tcp', '3389/tcp']],
    ['all ports', [permission({ from: 0, to: 65_535 })], {}, ['22/tcp', '3389/tcp']],
    ['0 to 1024', [permission({ from: 0, to: 1024 })], {}, ['22/tcp']],
    ['another port', [permission({ from: 443, to: 443 })], {}, []],
    ['ICMP type and code are no ports', [permission({ protocol: 'icmp', from: -1, to: -1 })], {}, []],
    ['part of the internet', [permission({ ipv4: ['10.0.0.0/8', '203.0.113.0/24'] })], {}, []],
    ['the internet among others', [permission({ ipv4: ['10.0.0.0/8', '0.0.0.0/0'] })], {}, ['22/tcp']],
    ['a group or prefix list, so no addresses', [permission({ ipv4: [] })], {}, []],
    ['IPv6 does not count for IPv4', [permission({ ipv4: [], ipv6: ['::/0'] })], {}, []],
    ['IPv6 counts for IPv6', [permission({ ipv4: [], ipv6: ['::/0'] })], { family: 'ipv6' }, ['22/tcp']],
    ['only TCP counts', [permission({ protocol: 'udp' })], { protocols: ['tcp'] }, []],
    ['the split internet passes by the letter', [lower, upper], {}, []],
    ['the split internet fails when asked', [lower, upper], { splitInternetFails: true }, ['22/tcp']],
    ['half of it never fails', [lower], { splitInternetFails: true }, []],
  ])('%s', (_, permissions, over, expected) =>
    expect(ways(ingressExposure(permissions, options(over)).open)).toEqual(expected),
  );
});

test('the split internet is told by its blocks and permissions', () => {
  const { open, split } = ingressExposure([lower, upper], options());
  expect(open).toEqual([]);
  expect(split).toEqual([
    { port: 22, transport: 'tcp', cidrs: ['0.0.0.0/1', '128.0.0.0/1'], permissions: [lower, upper] },
  ]);
});

test('an opening names only the blocks that open it', () => {
  const { open } = ingressExposure([lower, permission({ ipv4: ['10.0.0.0/8', '0.0.0.0/0'] })], options());
  expect(open[0]?.cidrs).toEqual(['0.0.0.0/0']);
});

const anyPermission = fc.record({
  protocol: fc.constantFrom('tcp', 'udp', '6', '17', '-1', 'icmp'),
  from: fc.constantFrom(null, -1, 0, 22, 23),
  to: fc.constantFrom(null, -1, 22, 23, 65_535),
  ipv4: fc.array(fc.constantFrom('0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8'), { maxLength: 3 }),
  ipv6: fc.constant([]),
});

test('one more permission never closes a port, and its place does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(anyPermission, { maxLength: 5 }),
      anyPermission,
      fc.boolean(),
      (list, more, splitInternetFails) => {
        const asked = options({ splitInternetFails });
        const before = ways(ingressExposure(list, asked).open);
        expect(ways(ingressExposure([...list, more], asked).open)).toEqual(expect.arrayContaining(before));
        expect(ways(ingressExposure([more, ...list], asked).open)).toEqual(
          ways(ingressExposure([...list, more], asked).open),
        );
      },
    ),
  );
});
