import { MICROSOFT_SELECTORS, OTHER_SELECTORS, publishesKey } from '../../semantics/dkim.ts';
import { dnsPerItem, type LookUp } from '../define-dns.ts';
import { mailDomains } from './mail-domains.ts';

export interface DkimKeys {
  /** Microsoft's two selectors: where each leads, and whether a key is there. */
  readonly microsoft: readonly { readonly selector: string; readonly alias: string | null; readonly hasKey: boolean }[];
  /** Other known selectors; looked up only where Microsoft's are not complete. */
  readonly others: Readonly<Record<string, 'key' | 'none' | 'unread'>>;
}

type Ask = LookUp<'TXT' | 'CNAME'>;
const hasKeyAt = async (lookUp: Ask, name: string): Promise<boolean> => {
  const answer = await lookUp('TXT', name);
  return answer.found === 'records' && answer.records.some((chunks) => publishesKey(chunks.join('')));
};

/** The DKIM keys that every mail domain publishes. That they are there does not say that mail is signed with them. */
export const dkimRecords = dnsPerItem({
  name: 'dns/dkim-records',
  kinds: ['TXT', 'CNAME'],
  of: mailDomains,
  read: async (lookUp, { id }): Promise<DkimKeys> => {
    const microsoft = await Promise.all(
      MICROSOFT_SELECTORS.map(async (selector) => {
        const answer = await lookUp('CNAME', `${selector}._domainkey.${id}`);
        const alias = answer.found === 'records' ? (answer.records[0]?.toLowerCase() ?? null) : null;
        return { selector, alias, hasKey: alias !== null && (await hasKeyAt(lookUp, alias)) };
      }),
    );
    if (microsoft.every(({ hasKey }) => hasKey)) return { microsoft, others: {} };
    const others = await Promise.all(
      OTHER_SELECTORS.map(async (selector) => {
        try {
          return [selector, (await hasKeyAt(lookUp, `${selector}._domainkey.${id}`)) ? 'key' : 'none'] as const;
        } catch {
          return [selector, 'unread'] as const; // matters only where this selector is accepted; the verdict then says so
        }
      }),
    );
    return { microsoft, others: Object.fromEntries(others) };
  },
});
