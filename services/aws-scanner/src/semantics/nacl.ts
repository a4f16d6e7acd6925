import { coversWholeInternet, isWholeInternet, type Family } from './cidr.ts';
import { countedTransports, isEveryProtocol, portInRange, transportsOf, type Transport } from './transport.ts';

/** One entry of a network ACL. API: DescribeNetworkAcls, `Entries[]`. */
export interface NaclEntry {
  /** Rules are tried from the lowest number up; the first that matches a packet decides. */
  readonly rule: number;
  readonly action: 'allow' | 'deny';
  readonly egress: boolean;
  /** IANA number as text; `-1` is every protocol, and then ports are ignored. */
  readonly protocol: string;
  readonly cidr: string | null;
  readonly ipv6Cidr: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

export interface NaclOptions {
  readonly adminPorts: readonly number[];
  /** See `countedTransports`: `tcp`, `udp`, `all`. */
  readonly protocols: readonly string[];
  /** True: an allow that earlier denies cancel is no opening. False: it is one, and bears the denies in `cancelledBy`. */
  readonly ruleOrderCounts: boolean;
  readonly includeIpv6: boolean;
}

/** One way from the whole internet to a port. */
export interface NaclOpening {
  readonly entry: NaclEntry;
  readonly port: number;
  readonly transport: Transport;
  readonly family: Family;
  /** Earlier denies that make the entry harmless in effect; empty when it is not. */
  readonly cancelledBy: readonly NaclEntry[];
}

const blockOf = (entry: NaclEntry, family: Family): string | null => (family === 'ipv4' ? entry.cidr : entry.ipv6Cidr);

const carries = (entry: NaclEntry, transport: Transport, port: number): boolean =>
  transportsOf(entry.protocol).includes(transport) &&
  (isEveryProtocol(entry.protocol) || portInRange(port, entry.from, entry.to));

/** The entry that decides for one transport, port and family; an entry in effect is preferred to a cancelled one. */
function openingOf(
  inbound: readonly NaclEntry[],
  way: { readonly port: number; readonly transport: Transport; readonly family: Family },
  options: NaclOptions,
): NaclOpening | undefined {
  const denies: NaclEntry[] = [];
  let harmless: NaclOpening | undefined;
  for (const entry of inbound) {
    const block = blockOf(entry, way.family);
    if (block === null || !carries(entry, way.transport, way.port)) continue;
    if (entry.action === 'deny') {
      denies.push(entry);
      continue;
    }
    if (!isWholeInternet(block)) continue;
    if (!countedTransports(entry.protocol, options.protocols).includes(way.transport)) continue;
    // Denies of parts of the internet leave the rest open, but several parts can add up to all of it.
    const denied = denies.map((deny) => blockOf(deny, way.family)).filter((b) => b !== null);
    if (!coversWholeInternet(denied, way.family)) return { entry, ...way, cancelledBy: [] };
    harmless ??= { entry, ...way, cancelledBy: [...denies] };
  }
  return options.ruleOrderCounts ? undefined : harmless;
}

/**
 * The inbound entries through which the whole internet reaches one of the ports: at most one per port, transport and family,
 * in the order of `adminPorts`. Entries may come in any order. Empty when the ACL keeps the ports closed.
 */
export function naclOpenings(entries: readonly NaclEntry[], options: NaclOptions): readonly NaclOpening[] {
  const inbound = entries.filter((entry) => !entry.egress).sort((a, b) => a.rule - b.rule);
  const families: readonly Family[] = options.includeIpv6 ? ['ipv4', 'ipv6'] : ['ipv4'];
  return options.adminPorts.flatMap((port) =>
    families.flatMap((family) =>
      (['tcp', 'udp'] as const).flatMap((transport) => openingOf(inbound, { port, transport, family }, options) ?? []),
    ),
  );
}
