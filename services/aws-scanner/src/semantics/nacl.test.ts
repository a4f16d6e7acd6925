import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { naclOpenings, type NaclEntry, type NaclOptions } from './nacl.ts';

const entry = (over: Partial<NaclEntry> = {}): NaclEntry => ({
  rule: 100,
  action: 'allow',
  egress: false,
  protocol: '6',
  cidr: '0.0.0.0/0',
  ipv6Cidr: null,
  from: 22,
  to: 22,
  ...over,
});
const options = (over: Partial<NaclOptions> = {}): NaclOptions => ({
  adminPorts: [22, 3389],
  protocols: ['tcp', 'udp', 'all'],
  ruleOrderCounts: false,
  includeIpv6: false,
  ...over,
});
const every = { protocol: '-1', from: null, to: null } as const;
const deny = { action: 'deny', rule: 50 } as const;
const finalDeny = entry({ ...every, action: 'deny', rule: 32_767 });
const ipv6 = entry({ cidr: null, ipv6Cidr: '::/0' });
const inOrder = { ruleOrderCounts: true } as const;

describe('openings, as port/transport', () => {
  test.each<[string, NaclEntry[], Partial<NaclOptions>, string[]]>([
    ['no entry', [], {}, []],
    ['the default ACL', [entry(every), finalDeny], {}, ['22/tcp', '22/udp', '3389/tcp', '3389/udp']],
    ['one port in TCP', [entry(), finalDeny], {}, ['22/tcp']],
    ['the same in UDP', [entry({ protocol: '17' })], {}, ['22/udp']],
    ['a wide range', [entry({ from: 1000, to: 65_535 })], {}, ['3389/tcp']],
    ['a range that just misses', [entry({ from: 23, to: 3388 })], {}, []],
    ['TCP without a range', [entry({ from: null, to: null })], {}, ['22/tcp', '3389/tcp']],
    ['ICMP, whose range is no port', [entry({ protocol: '1' })], {}, []],
    ['half the internet', [entry({ cidr: '0.0.0.0/1' })], {}, []],
    ['outbound', [entry({ egress: true })], {}, []],
    ['IPv6 is off by default', [ipv6], {}, []],
    ['IPv6 when asked for', [ipv6], { includeIpv6: true }, ['22/tcp']],
    ['UDP does not count', [entry({ protocol: '17' })], { protocols: ['tcp'] }, []],
    ['every protocol opens TCP', [entry(every)], { protocols: ['tcp'], adminPorts: [22] }, ['22/tcp']],
    ['other ports', [entry({ from: 5900, to: 5900 })], { adminPorts: [5900] }, ['5900/tcp']],
    ['an earlier deny, order does not count', [entry(deny), entry()], {}, ['22/tcp']],
    ['an earlier deny, order counts', [entry(deny), entry()], inOrder, []],
    ['a later deny changes nothing', [entry(), entry({ ...deny, rule: 200 })], inOrder, ['22/tcp']],
    ['entries out of order', [entry(), entry(deny)], inOrder, []],
    ['a TCP deny leaves UDP', [entry(deny), entry(every)], { ...inOrder, adminPorts: [22] }, ['22/udp']],
    ['a deny of everything', [entry({ ...deny, ...every }), entry(every)], inOrder, []],
    ['a deny of another port', [entry({ ...deny, from: 80, to: 80 }), entry()], inOrder, ['22/tcp']],
    ['a deny of a part', [entry({ ...deny, cidr: '10.0.0.0/8' }), entry()], inOrder, ['22/tcp']],
    [
      'denies of both halves',
      [entry({ ...deny, cidr: '0.0.0.0/1' }), entry({ ...deny, rule: 60, cidr: '128.0.0.0/1' }), entry()],
      inOrder,
      [],
    ],
    ['an outbound deny does not help', [entry({ ...deny, egress: true }), entry()], inOrder, ['22/tcp']],
    ['an IPv4 deny does not close IPv6', [entry(deny), ipv6], { ...inOrder, includeIpv6: true }, ['22/tcp']],
  ])('%s', (_, entries, over, ways) =>
    expect(naclOpenings(entries, options(over)).map((o) => `${o.port}/${o.transport}`)).toEqual(ways),
  );
});

test('an opening that an earlier deny cancels says which one', () => {
  const closing = entry(deny);
  const [opening] = naclOpenings([entry(), closing], options());
  expect(opening).toEqual({ entry: entry(), port: 22, transport: 'tcp', family: 'ipv4', cancelledBy: [closing] });
});

test('an entry in effect is named before a cancelled one', () => {
  const udp = { protocol: '17' };
  const effective = entry({ rule: 40, from: 20, to: 30 });
  const openings = naclOpenings([entry(), entry({ ...udp, rule: 110 }), entry(deny), effective], options());
  expect(openings.map((o) => [o.entry.rule, o.cancelledBy.length])).toEqual([
    [40, 0],
    [110, 0],
  ]);
});

const anyEntry = fc.record({
  rule: fc.integer({ min: 1, max: 40 }),
  action: fc.constantFrom('allow', 'deny'),
  egress: fc.boolean(),
  protocol: fc.constantFrom('-1', '6', '17', '1'),
  cidr: fc.constantFrom('0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8', null),
  ipv6Cidr: fc.constant(null),
  from: fc.constantFrom(0, 21, 22, 23, null),
  to: fc.constantFrom(21, 22, 23, 65_535, null),
});
const acl = fc.uniqueArray(anyEntry, { maxLength: 8, selector: (e) => e.rule });

/** What the packet meets first; one address of each quarter and of 10/8 stands for all. */
function admitted(entries: readonly NaclEntry[], protocol: string, port: number, address: number): boolean {
  const inbound = entries.filter((e) => !e.egress).toSorted((a, b) => a.rule - b.rule);
  const first = inbound.find((e) => {
    const block: Record<string, boolean> = {
      '0.0.0.0/0': true,
      '0.0.0.0/1': address < 128,
      '128.0.0.0/1': address >= 128,
      '10.0.0.0/8': address === 10,
    };
    if (e.cidr === null || block[e.cidr] !== true) return false;
    if (e.protocol === '-1') return true;
    return e.protocol === protocol && (e.from ?? 0) <= port && port <= (e.to ?? 65_535);
  });
  return first?.action === 'allow';
}

describe('against brute force', () => {
  const ways = [22, 23, 3389].flatMap((port) => [['6', port] as const, ['17', port] as const]);
  const judged = (entries: readonly NaclEntry[]): Set<string> =>
    new Set(
      naclOpenings(entries, options({ ...inOrder, adminPorts: [22, 23, 3389] })).map(
        (o) => `${o.transport === 'tcp' ? 6 : 17}/${o.port}`,
      ),
    );

  test('every opening lets some stranger in, and where all strangers come in by a whole-internet rule there is one', () => {
    fc.assert(
      fc.property(acl, (entries) => {
        const open = judged(entries);
        for (const [protocol, port] of ways) {
          const strangers = [5, 10, 70, 130, 200].map((address) => admitted(entries, protocol, port, address));
          const whole = entries.filter((e) => e.cidr === '0.0.0.0/0' || e.action === 'deny');
          const byWhole = [5, 10, 70, 130, 200].some((address) => admitted(whole, protocol, port, address));
          if (open.has(`${protocol}/${port}`)) expect(strangers).toContain(true);
          expect(open.has(`${protocol}/${port}`)).toBe(byWhole);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('adding an allow never closes what was open, and order of entries does not matter', () => {
    fc.assert(
      fc.property(acl, anyEntry, fc.boolean(), (entries, more, ruleOrderCounts) => {
        const asked = options({ ruleOrderCounts, protocols: ['all', 'tcp'] });
        const wider = [
          ...entries.filter((e) => e.rule !== 41),
          { ...more, rule: 41 - (more.rule % 2) * 41, action: 'allow' as const },
        ];
        const before = naclOpenings(entries, asked).map((o) => `${o.port}/${o.transport}`);
        const after = naclOpenings(wider.toReversed(), asked).map((o) => `${o.port}/${o.transport}`);
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});
