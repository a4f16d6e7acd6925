/** Protocols that have ports. */
export type Transport = 'tcp' | 'udp';

/** Protocols in which an open port counts, as the benchmarks name them; `all` stands for rules that name no protocol. */
export type CountedProtocol = Transport | 'all';

const CARRIED: ReadonlyMap<string, readonly Transport[]> = new Map([
  ['-1', ['tcp', 'udp']],
  ['all', ['tcp', 'udp']],
  ['6', ['tcp']],
  ['tcp', ['tcp']],
  ['17', ['udp']],
  ['udp', ['udp']],
]);

/** Does the protocol of an EC2 rule (`-1`, a name or an IANA number) mean every protocol? Then its ports are ignored. */
export const isEveryProtocol = (protocol: string): boolean => ['-1', 'all'].includes(protocol.toLowerCase());

/** Which protocols with ports a rule lets through; none for ICMP and others, whose from and to are not ports. */
export const transportsOf = (protocol: string): readonly Transport[] => CARRIED.get(protocol.toLowerCase()) ?? [];

/**
 * Which of its transports a rule is judged for. A rule for TCP counts where `tcp` is listed, one for UDP where `udp` is;
 * a rule for every protocol opens whatever is listed, and both where `all` is.
 */
export function countedTransports(protocol: string, counted: readonly string[]): readonly Transport[] {
  const every = isEveryProtocol(protocol) && counted.includes('all');
  return transportsOf(protocol).filter((transport) => every || counted.includes(transport));
}

/** Does a port range hold the port? An absent end and -1 mean that the rule is not limited to ports. */
export function portInRange(port: number, from: number | null, to: number | null): boolean {
  const low = from === null || from === -1 ? 0 : from;
  const high = to === null || to === -1 ? 65_535 : to;
  return low <= port && port <= high;
}
