import { coversWholeInternet, isWholeInternet, type Family } from './cidr.ts';
import { countedTransports, isEveryProtocol, portInRange, type Transport } from './transport.ts';

/** One ingress permission of a security group. API: DescribeSecurityGroups, `IpPermissions[]`. */
export interface IngressPermission {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, an IANA number as text, or `-1` for every protocol (ports are ignored then). */
  readonly protocol: string;
  /** Absent and -1 mean every port. */
  readonly from: number | null;
  readonly to: number | null;
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
}

export interface SecurityGroupOptions {
  readonly adminPorts: readonly number[];
  /** See `countedTransports`: `tcp`, `udp`, `all`. */
  readonly protocols: readonly string[];
  /** True: ranges that only together cover the internet are openings too. */
  readonly splitInternetFails: boolean;
  readonly family: Family;
}

/** One way from the whole internet to a port. */
export interface IngressOpening {
  readonly port: number;
  readonly transport: Transport;
  /** The blocks that let it in: one, or several that add up to the whole internet. */
  readonly cidrs: readonly string[];
  readonly permissions: readonly IngressPermission[];
}

export interface IngressExposure {
  readonly open: readonly IngressOpening[];
  /** Ways that pass by the letter and deserve a warning; empty when `splitInternetFails` counts them as open. */
  readonly split: readonly IngressOpening[];
}

const blocksOf = (permission: IngressPermission, family: Family): readonly string[] =>
  family === 'ipv4' ? permission.ipv4 : permission.ipv6;

/**
 * Through which permissions the whole internet reaches one of the ports, per port and transport. Order of permissions does not matter:
 * a security group only allows. Prefix lists and references to groups are not addresses and are the caller's to mention.
 */
export function ingressExposure(
  permissions: readonly IngressPermission[],
  options: SecurityGroupOptions,
): IngressExposure {
  const open: IngressOpening[] = [];
  const split: IngressOpening[] = [];
  for (const port of options.adminPorts) {
    for (const transport of ['tcp', 'udp'] as const) {
      const reaching = permissions.filter(
        (permission) =>
          countedTransports(permission.protocol, options.protocols).includes(transport) &&
          (isEveryProtocol(permission.protocol) || portInRange(port, permission.from, permission.to)),
      );
      const rows = reaching.flatMap((permission) =>
        blocksOf(permission, options.family).map((cidr) => ({ permission, cidr })),
      );
      const whole = rows.filter((row) => isWholeInternet(row.cidr));
      const opening = (chosen: typeof rows): IngressOpening => ({
        port,
        transport,
        cidrs: [...new Set(chosen.map((row) => row.cidr))],
        permissions: [...new Set(chosen.map((row) => row.permission))],
      });
      if (whole.length > 0) open.push(opening(whole));
      else if (
        coversWholeInternet(
          rows.map((row) => row.cidr),
          options.family,
        )
      ) {
        (options.splitInternetFails ? open : split).push(opening(rows));
      }
    }
  }
  return { open, split };
}
