import { dnsPerItem } from '../define-dns.ts';
import { mailDomains } from './mail-domains.ts';

/** The hosts that take mail for every mail domain; a null MX is one empty name. */
export const mxRecords = dnsPerItem({
  name: 'dns/mx-records',
  kinds: ['MX'],
  of: mailDomains,
  read: async (lookUp, { id }): Promise<{ readonly hosts: readonly string[] }> => {
    const answer = await lookUp('MX', id);
    return { hosts: answer.found === 'records' ? answer.records.map(({ exchange }) => exchange) : [] };
  },
});
