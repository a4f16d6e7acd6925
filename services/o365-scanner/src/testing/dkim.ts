import type { DkimKeys } from '../facts/dns/dkim-records.ts';
import type { ParkedDomain } from '../facts/dns/parked-domains.ts';
import { refused } from './readings.ts';

/** The domain that the tables of DKIM are about. */
export const ID = 'larkfield.example';
/** Where Microsoft keeps a key of it. */
export const target = (n: number): string => `selector${n}-larkfield-example._domainkey.larkfield.onmicrosoft.com`;
/** It sends mail. */
export const sending: ParkedDomain = { id: ID, parkedBy: null, unread: null };
/** It never does. */
export const parked: ParkedDomain = { ...sending, parkedBy: 'SPF lets nobody send and there is a null MX' };
/** Nobody could tell. */
export const unsure: ParkedDomain = { ...sending, unread: { ...refused('dns/mx-records'), resource: ID } };

export type Keys = DkimKeys & { readonly id: string };
/** A selector of Microsoft's with its key. */
export const selector = (n: number, over: Partial<DkimKeys['microsoft'][number]> = {}) => ({
  selector: `selector${n}`,
  alias: target(n),
  hasKey: true,
  ...over,
});
/** Both keys published. */
export const keys = (over: Partial<DkimKeys> = {}): Keys => ({
  id: ID,
  microsoft: [selector(1), selector(2)],
  others: {},
  ...over,
});
/** What a selector without an alias lacks. */
export const absent = { alias: null, hasKey: false };
/** None of Microsoft's; of three others one is there, one is not, one could not be read. */
export const noKeys = keys({
  microsoft: [selector(1, absent), selector(2, absent)],
  others: { s1: 'key', s2: 'none', k1: 'unread' },
});
