import type { Answer as DnsRecord } from 'dns-packet';
import type { Effect } from '../faults.ts';
import type { NameRecords, Zone } from '../model.ts';

const TTL_S = 300;
/** RCODEs by number, as they stand in a packet's flags. */
export const RCODE = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;

/** What the name server says: `silent` is nothing at all. */
export type Said = 'silent' | { readonly rcode: keyof typeof RCODE; readonly records: readonly DnsRecord[] };

const nothing = (rcode: keyof typeof RCODE): Said => ({ rcode, records: [] });

const TROUBLE = { servfail: nothing('SERVFAIL'), refused: nothing('REFUSED'), silent: 'silent' } as const;

/** How DNS puts an effect; null: it has no meaning there. */
export function struckDns(effect: Effect): Said | null {
  switch (effect) {
    case 'servfail':
    case 'internal':
      return nothing('SERVFAIL');
    case 'refused':
    case 'denied':
      return nothing('REFUSED');
    case 'nxdomain':
      return nothing('NXDOMAIN');
    case 'nodata':
      return nothing('NOERROR');
    case 'hang':
    case 'disconnect':
      return 'silent';
    default:
      return null;
  }
}

function recordsOf(name: string, type: string, at: NameRecords): readonly DnsRecord[] {
  switch (type) {
    case 'TXT':
      return (at.TXT ?? []).map((data) => ({ type, name, ttl: TTL_S, data: [...data] }));
    case 'MX':
      return (at.MX ?? []).map((data) => ({ type, name, ttl: TTL_S, data }));
    default:
      return [];
  }
}

/** Whether something lies below a name: then it exists, though it has no records (an empty non-terminal). */
const hasBelow = (zone: Zone, name: string): boolean => Object.keys(zone).some((other) => other.endsWith(`.${name}`));

/** Answers a question from the zone, following aliases as a resolver does. */
export function answerFrom(zone: Zone, type: string, asked: string): Said {
  const records: DnsRecord[] = [];
  let name = asked.toLowerCase().replace(/\.$/, '');
  for (let steps = 0; steps < 8; steps++) {
    const at = zone[name];
    if (at === undefined) return { rcode: hasBelow(zone, name) ? 'NOERROR' : 'NXDOMAIN', records };
    if (at.trouble !== undefined) return TROUBLE[at.trouble];
    if (at.CNAME === undefined) return { rcode: 'NOERROR', records: [...records, ...recordsOf(name, type, at)] };
    records.push({ type: 'CNAME', name, ttl: TTL_S, data: at.CNAME });
    if (type === 'CNAME') return { rcode: 'NOERROR', records };
    name = at.CNAME;
  }
  return nothing('SERVFAIL'); // aliases that go round in a circle
}
