import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contains, coversWholeInternet, familyOf, isWholeInternet, parseCidr } from './cidr.ts';

describe('one block', () => {
  test.each([
    ['0.0.0.0/0', 'ipv4', true],
    ['1.2.3.4/0', 'ipv4', true],
    ['0.0.0.0/1', 'ipv4', false],
    ['::/0', 'ipv6', true],
    ['0:0:0:0:0:0:0:0/0', 'ipv6', true],
    ['::/1', 'ipv6', false],
    ['::ffff:0:0/96', 'ipv6', false],
  ])('%s is %s, whole internet: %s', (cidr, family, whole) => {
    expect(familyOf(cidr)).toBe(family);
    expect(isWholeInternet(cidr)).toBe(whole);
  });

  test.each([
    '',
    '0.0.0.0',
    '0/0',
    '0.0.0.0/33',
    '::/129',
    '010.0.0.0/8',
    'pl-12345',
    '0.0.0.0/0/0',
    '0.0.0.0/-1',
    ' ::/0',
  ])('"%s" is no block', (cidr) => {
    expect(parseCidr(cidr)).toBeUndefined();
    expect(isWholeInternet(cidr)).toBe(false);
    expect(contains(cidr, cidr)).toBe(false);
  });

  test('the ends of a block, host bits dropped', () => {
    expect(parseCidr('10.1.2.3/8')).toEqual({ family: 'ipv4', first: 10n << 24n, last: (11n << 24n) - 1n });
    expect(parseCidr('::1/128')).toEqual({ family: 'ipv6', first: 1n, last: 1n });
  });
});

test.each([
  ['10.0.0.0/8', '10.1.0.0/16', true],
  ['10.0.0.0/8', '10.0.0.0/8', true],
  ['10.1.0.0/16', '10.0.0.0/8', false],
  ['10.0.0.0/8', '11.0.0.0/8', false],
  ['0.0.0.0/0', '::1/128', false],
  ['::/0', '2001:db8::/32', true],
])('%s contains %s: %s', (outer, inner, yes) => expect(contains(outer, inner)).toBe(yes));

describe('blocks together', () => {
  /** Halves, quarters … : all addresses but the last two. */
  const ladder = Array.from({ length: 31 }, (_, n) => {
    const first = n === 0 ? 0n : (1n << 32n) - (1n << BigInt(32 - n));
    return `${[24n, 16n, 8n, 0n].map((shift) => (first >> shift) & 255n).join('.')}/${n + 1}`;
  });

  test.each([
    [['0.0.0.0/0'], 'ipv4', true],
    [['0.0.0.0/1', '128.0.0.0/1'], 'ipv4', true],
    [['128.0.0.0/1', '0.0.0.0/2', '64.0.0.0/2'], 'ipv4', true],
    [['0.0.0.0/1', '128.0.0.0/2'], 'ipv4', false],
    [['128.0.0.0/1'], 'ipv4', false],
    [['0.0.0.0/1', '8000::/1'], 'ipv4', false],
    [['::/1', '8000::/1'], 'ipv6', true],
    [['::/1', '128.0.0.0/1', 'nonsense'], 'ipv6', false],
    [[], 'ipv4', false],
    [[...ladder, '255.255.255.254/32'], 'ipv4', false],
    [[...ladder, '255.255.255.254/32', '255.255.255.255/32'], 'ipv4', true],
  ] satisfies [string[], 'ipv4' | 'ipv6', boolean][])('%j cover %s: %s', (cidrs, family, yes) =>
    expect(coversWholeInternet(cidrs, family)).toBe(yes),
  );

  /** Short prefixes, so that each block is a set of sixteenths of the address space. */
  const short = fc.tuple(fc.nat(15), fc.integer({ min: 0, max: 4 }));
  test('union against counting sixteenths', () => {
    fc.assert(
      fc.property(fc.array(short, { maxLength: 20 }), (blocks) => {
        const hit = new Set<number>();
        for (const [start, length] of blocks) {
          for (let n = 0; n < 16; n++) if (n >> (4 - length) === start >> (4 - length)) hit.add(n);
        }
        const cidrs = blocks.map(([start, length]) => `${start * 16}.0.0.0/${length}`);
        expect(coversWholeInternet(cidrs, 'ipv4')).toBe(hit.size === 16);
      }),
    );
  });

  test('containing is the same as the block adding nothing', () => {
    const cidr = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([ip, n]) => `${ip}/${n}`);
    fc.assert(
      fc.property(cidr, cidr, (a, b) => {
        const x = parseCidr(a);
        const y = parseCidr(b);
        if (x === undefined || y === undefined) throw new Error('generated text must parse');
        expect(contains(a, b)).toBe(x.first <= y.first && y.last <= x.last);
      }),
    );
  });
});
