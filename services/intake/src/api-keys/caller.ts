import type { IntakeTable, KeyItem } from '@cis-scan/scan-table';
import { HttpProblem } from '../http/problem.ts';
import { keyHolds, parseApiKey } from './api-key.ts';

/** Who asks. Scans belong to the caller, not to one of its keys. */
export interface Caller {
  readonly name: string;
  /** With which every role of this caller is assumed. */
  readonly externalId: string;
  /** Domains that reports may be mailed to; `null`: any. */
  readonly recipientDomains: readonly string[] | null;
}

const stranger = (): HttpProblem => new HttpProblem(401, 'Send a valid API key in the header x-api-key.');

const callerOf = (key: KeyItem): Caller => ({
  name: key.caller,
  externalId: key.externalId,
  recipientDomains: key.recipientDomains,
});

/**
 * The caller behind an `x-api-key` header. No key, a malformed, unknown, wrong, revoked and expired one all get the same
 * 401; a table that does not answer throws its own error, for "try later" is not "no".
 */
export async function authenticate(
  table: Pick<IntakeTable, 'keyOf'>,
  header: unknown,
  now: Date = new Date(),
): Promise<Caller> {
  const given = parseApiKey(header);
  if (!given) throw stranger();
  const stored = await table.keyOf(given.keyId);
  if (!keyHolds(given.secret, stored, now) || !stored) throw stranger();
  return callerOf(stored);
}
