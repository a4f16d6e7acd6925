import { isSpf } from '../../semantics/spf.ts';
import { dnsPerItem } from '../define-dns.ts';
import { mailDomains } from './mail-domains.ts';

/** The SPF records of every mail domain; an empty list where the domain has none, or no name in public DNS. */
export const spfRecords = dnsPerItem({
  name: 'dns/spf-records',
  kinds: ['TXT'],
  of: mailDomains,
  read: async (lookUp, { id }): Promise<{ readonly exists: boolean; readonly records: readonly string[] }> => {
    const answer = await lookUp('TXT', id);
    // chunks of one record belong together without a space
    const texts = answer.found === 'records' ? answer.records.map((chunks) => chunks.join('')) : [];
    return { exists: answer.found !== 'no-name', records: texts.filter(isSpf) };
  },
});
