import { letsNobodySend } from './spf.ts';

/** True where the domain says that it takes no mail at all: one MX record without a host (RFC 7505). */
export const isNullMx = (hosts: readonly string[]): boolean =>
  hosts.length === 1 && hosts.every((host) => host === '' || host === '.');

/** True where one SPF record, and nothing beside it, lets nobody send. */
export const sendsNothing = (spfRecords: readonly string[]): boolean =>
  spfRecords.length === 1 && spfRecords.every(letsNobodySend);
