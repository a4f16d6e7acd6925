import { derive, type Gap, type Listing } from '@cis-scan/engine';
import { parseDmarc } from '../../semantics/dmarc.ts';
import { isNullMx, sendsNothing } from '../../semantics/parked.ts';
import { dmarcRecords, type DmarcFound } from './dmarc-records.ts';
import { mailDomains } from './mail-domains.ts';
import { mxRecords } from './mx-records.ts';
import { spfRecords } from './spf-records.ts';

/** Whether a mail domain sends mail at all. */
export interface ParkedDomain {
  readonly id: string;
  /** What says that it sends nothing; null where it sends, or nobody could tell. */
  readonly parkedBy: string | null;
  /** What was missing to tell. */
  readonly unread: Gap | null;
}

/** What was read about a domain, or why not. */
type Known<T> = { readonly value: T } | { readonly gap: Gap };
function about<T extends { readonly id: string }>(fact: string, list: Listing<T>, id: string): Known<T> {
  const { items, gaps } = list.parts();
  const value = items.find((item) => item.id === id);
  if (value) return { value };
  const gap = gaps.find((one) => one.resource === id) ?? gaps[0];
  return { gap: gap ?? { fact, cause: 'failed', rights: [], detail: `${id} is not in what was read` } };
}

/** True where receivers are to refuse whatever fails DMARC. */
function rejects({ id, at, records }: DmarcFound & { readonly id: string }): boolean {
  const [record] = records.map(parseDmarc);
  if (record === undefined || records.length > 1) return false;
  return (at === id ? record.policy : record.subdomainPolicy) === 'reject';
}

/**
 * Which mail domains never send: SPF lets nobody, and either the domain takes no mail (null MX) or DMARC has everything
 * refused. Made of what other facts read; unread only where that could change the answer.
 */
export const parkedDomains = derive({
  name: 'dns/parked-domains',
  needs: { mailDomains, spfRecords, mxRecords, dmarcRecords },
  from: (facts) =>
    facts.mailDomains.map(({ id }): ParkedDomain => {
      const spf = about(spfRecords.name, facts.spfRecords, id);
      if ('gap' in spf) return { id, parkedBy: null, unread: spf.gap };
      if (!sendsNothing(spf.value.records)) return { id, parkedBy: null, unread: null };
      const mx = about(mxRecords.name, facts.mxRecords, id);
      if ('value' in mx && isNullMx(mx.value.hosts)) {
        return { id, parkedBy: 'SPF lets nobody send and there is a null MX', unread: null };
      }
      const dmarc = about(dmarcRecords.name, facts.dmarcRecords, id);
      if ('value' in dmarc && rejects(dmarc.value)) {
        return { id, parkedBy: 'SPF lets nobody send and DMARC rejects', unread: null };
      }
      return { id, parkedBy: null, unread: 'gap' in mx ? mx.gap : 'gap' in dmarc ? dmarc.gap : null };
    }),
});
