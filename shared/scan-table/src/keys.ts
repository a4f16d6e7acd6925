import { createHash } from 'node:crypto';

/** Primary key of every item: partition `pk`, sort `sk`. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Sparse index over what waits for the sweeper: `duePartition` / `due`. */
export const DUE_INDEX = 'due';
/** The one partition of the `due` index. */
export const DUE_PARTITION = 'DUE';
/** Index over a caller's scans: `caller` / `createdAt`. */
export const CALLER_INDEX = 'byCaller';

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/**
 * Our own id of a scan. Two callers may use the same `requestId`; the parts are hashed as a JSON list, so no choice of
 * names makes two pairs look alike.
 */
export const scanIdOf = (caller: string, requestId: string): string => digest(caller, requestId);

/** Id of a recipient within a scan; addresses that differ only in case are one mailbox for us. */
export const recipientIdOf = (email: string): string => digest(email.toLowerCase());

/** Partition of `byCaller` that holds the STATE of a caller's scans while they have no report. Callers cannot bear such a name. */
export const openPartition = (caller: string): string => `OPEN#${caller}`;

const scan = (scanId: string): string => `SCAN#${scanId}`;

export const scanPartition = scan;
export const requestKey = (scanId: string): Key => ({ pk: scan(scanId), sk: 'REQUEST' });
export const queuedKey = (scanId: string): Key => ({ pk: scan(scanId), sk: 'QUEUED' });
export const stateKey = (scanId: string): Key => ({ pk: scan(scanId), sk: 'STATE' });
export const targetKey = (scanId: string, targetId: number): Key => ({ pk: scan(scanId), sk: `TARGET#${targetId}` });
export const attemptKey = (scanId: string, targetId: number, attemptId: string): Key => ({
  pk: scan(scanId),
  sk: `ATTEMPT#${targetId}#${attemptId}`,
});
export const mailKey = (scanId: string, recipientId: string): Key => ({ pk: scan(scanId), sk: `MAIL#${recipientId}` });
export const apiKeyKey = (keyId: string): Key => ({ pk: `KEY#${keyId}`, sk: 'KEY' });
/** `minute`: ISO 8601 cut after the minute, UTC. */
export const limitKey = (caller: string, minute: string): Key => ({ pk: `LIMIT#${caller}`, sk: minute });
