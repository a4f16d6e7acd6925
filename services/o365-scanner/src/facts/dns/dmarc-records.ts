import { domainsAbove, isDmarc, parseDmarc } from '../../semantics/dmarc.ts';
import { dnsPerItem } from '../define-dns.ts';
import { mailDomains } from './mail-domains.ts';

export interface DmarcFound {
  /** The domain whose records they are: this one, or one above it from which it inherits; null where nobody has any. */
  readonly at: string | null;
  readonly records: readonly string[];
}

/** The DMARC records that hold for every mail domain: its own, else those of the nearest domain above that has any. */
export const dmarcRecords = dnsPerItem({
  name: 'dns/dmarc-records',
  kinds: ['TXT'],
  of: mailDomains,
  read: async (lookUp, { id }): Promise<DmarcFound> => {
    for (const at of [id, ...domainsAbove(id)]) {
      const answer = await lookUp('TXT', `_dmarc.${at}`);
      const texts = answer.found === 'records' ? answer.records.map((chunks) => chunks.join('')) : [];
      const records = texts.filter(isDmarc);
      // what a registry publishes is not the policy of the domains registered there
      if (at !== id && records.some((record) => parseDmarc(record).isPublicSuffix)) break;
      if (records.length > 0) return { at, records };
    }
    return { at: null, records: [] };
  },
});
