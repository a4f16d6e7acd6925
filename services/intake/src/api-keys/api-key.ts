import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Secret } from '@cis-scan/secret';
import type { KeyItem } from '@cis-scan/scan-table';

/** The two halves of `x-api-key`: which key, and the proof. */
export interface ApiKey {
  readonly keyId: string;
  readonly secret: string;
}

const FORM = /^([a-z0-9]{12})\.([A-Za-z0-9_-]{43})$/;

/** SHA-256 suffices: the secret is 256 random bits, so there is no guessing that a slow hash would slow down. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Reads the header; `null` when it is not of the form `keyId.secret`. */
export function parseApiKey(header: unknown): ApiKey | null {
  const [, keyId, secret] = (typeof header === 'string' ? FORM.exec(header) : null) ?? [];
  return keyId !== undefined && secret !== undefined ? { keyId, secret } : null;
}

/** A new key: what the caller is given once, and what is stored for ever. */
export function newApiKey(): { key: Secret; keyId: string; hash: string } {
  const keyId = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return { key: new Secret(`${keyId}.${secret}`), keyId, hash: hashOf(secret) };
}

/** What an unknown key is compared with, so that it takes as long as a wrong one. */
const NOBODY = hashOf(randomBytes(32).toString('base64url'));

/** Whether the secret is the stored key's, and the key is neither revoked nor past its end. Constant time in the secret. */
export function keyHolds(secret: string, stored: KeyItem | null, now: Date): boolean {
  const proven = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from((stored?.hash ?? NOBODY).padEnd(64)));
  const current = stored?.revokedAt === null && (stored.validUntil === null || now.toISOString() < stored.validUntil);
  return proven && current;
}
