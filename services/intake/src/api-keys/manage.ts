import { randomBytes } from 'node:crypto';
import type { AdminTable, KeyItem } from '@cis-scan/scan-table';
import type { Secret } from '@cis-scan/secret';
import { newApiKey } from './api-key.ts';

export interface NewKey {
  readonly caller: string;
  /** ISO 8601, `null`: no end. */
  readonly validUntil?: string | null;
  readonly recipientDomains?: readonly string[] | null;
}

/** An external id stays the same for all keys of a caller: customers have it in the trust policies of their roles. */
async function externalIdOf(table: AdminTable, caller: string): Promise<string> {
  const keys = await table.listKeys();
  return keys.find((key) => key.caller === caller)?.externalId ?? `cis-scan-${randomBytes(16).toString('hex')}`;
}

/**
 * Makes an API key for a caller. The key itself is in the answer and nowhere else: the table keeps its hash.
 * Throws what the table throws.
 */
export async function createKey(
  table: AdminTable,
  { caller, validUntil = null, recipientDomains = null }: NewKey,
  now: Date = new Date(),
): Promise<{ key: Secret; item: KeyItem }> {
  const { key, keyId, hash } = newApiKey();
  const item: KeyItem = {
    keyId,
    hash,
    caller,
    externalId: await externalIdOf(table, caller),
    createdAt: now.toISOString(),
    validUntil,
    recipientDomains,
    revokedAt: null,
  };
  await table.putKey(item);
  return { key, item };
}
