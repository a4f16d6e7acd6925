import ipaddr from 'ipaddr.js';

export type Family = 'ipv4' | 'ipv6';

/** A block of addresses as numbers, both ends included. */
export interface Block {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };
const lastAddress = (family: Family): bigint => (1n << BigInt(BITS[family])) - 1n;

/** Reads `a.b.c.d/n` or an IPv6 prefix. Host bits are ignored, as AWS does; `undefined` for what is no CIDR block. */
export function parseCidr(cidr: string): Block | undefined {
  if (!ipaddr.isValidCIDR(cidr)) return undefined;
  // The library also takes short and octal IPv4 forms, which AWS never writes and readers would misread.
  if (!cidr.includes(':') && !ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr)) return undefined;
  const [address, length] = ipaddr.parseCIDR(cidr);
  const family = address.kind();
  const value = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const hosts = (1n << BigInt(BITS[family] - length)) - 1n;
  const first = value & ~hosts;
  return { family, first, last: first | hosts };
}

/** The family of a CIDR block; `undefined` for what is none. */
export const familyOf = (cidr: string): Family | undefined => parseCidr(cidr)?.family;

/** Does the block hold every address of its family (`0.0.0.0/0`, `::/0` in any spelling)? */
export function isWholeInternet(cidr: string): boolean {
  const block = parseCidr(cidr);
  return block !== undefined && block.first === 0n && block.last === lastAddress(block.family);
}

/** Does `outer` hold every address of `inner`? False across families and for text that is no CIDR block. */
export function contains(outer: string, inner: string): boolean {
  const a = parseCidr(outer);
  const b = parseCidr(inner);
  return a !== undefined && b !== undefined && a.family === b.family && a.first <= b.first && b.last <= a.last;
}

/**
 * Do the blocks together hold every address of the family, even if none does alone (`0.0.0.0/1` with `128.0.0.0/1`)?
 * Blocks of the other family and text that is no block add nothing.
 */
export function coversWholeInternet(cidrs: Iterable<string>, family: Family): boolean {
  const blocks = [...cidrs]
    .map(parseCidr)
    .filter((b) => b !== undefined)
    .filter((b) => b.family === family)
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  let next = 0n;
  for (const block of blocks) {
    if (block.first > next) return false;
    if (block.last >= next) next = block.last + 1n;
  }
  return next > lastAddress(family);
}
