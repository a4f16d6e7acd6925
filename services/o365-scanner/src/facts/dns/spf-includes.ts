import { continuesAt, isSpf, parseSpf, type Zones } from '../../semantics/spf.ts';
import { dns } from '../define-dns.ts';
import { spfRecords } from './spf-records.ts';

/** A record may go on at ten names, and these at ten more: beyond this many there is nothing left to learn. */
const MOST = 200;

/** The SPF records at every name that the mail domains' records go on with, each asked once. */
export const spfIncludes = dns({
  name: 'dns/spf-includes',
  kinds: ['TXT'],
  needs: { spfRecords },
  read: async (lookUp, facts): Promise<Zones> => {
    const zones = new Map<string, readonly string[] | 'unread'>();
    const readAt = async (name: string): Promise<readonly string[] | 'unread'> => {
      try {
        const answer = await lookUp('TXT', name);
        return answer.found === 'records' ? answer.records.map((chunks) => chunks.join('')).filter(isSpf) : [];
      } catch {
        return 'unread'; // the domains that go on there say so in their verdict
      }
    };
    const next = (records: readonly string[]): string[] =>
      [...new Set(records.flatMap((record) => continuesAt(parseSpf(record))))].filter((name) => !zones.has(name));
    let names = next(facts.spfRecords.known().flatMap(({ records }) => records));
    while (names.length > 0 && zones.size + names.length <= MOST) {
      const found = await Promise.all(names.map(async (name) => [name, await readAt(name)] as const));
      for (const [name, records] of found) zones.set(name, records);
      names = next(found.flatMap(([, records]) => (records === 'unread' ? [] : records)));
    }
    return zones;
  },
});
