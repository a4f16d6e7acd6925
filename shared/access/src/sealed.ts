import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { Provider, Sealed } from '@cis-scan/contracts';
import { fromPlain, plain, type TargetCredentials } from './credentials.ts';
import { AccessRefused } from './refused.ts';

/**
 * What the credentials are sealed for. It is both the encryption context of the data key and the additional data of the
 * cipher, so that credentials moved to another scan, target, provider or later hour do not open.
 */
export interface SealContext {
  readonly scan: string;
  readonly target: number;
  readonly provider: Provider;
  /** ISO 8601; the opener refuses after it. */
  readonly notAfter: string;
}

/** The credentials could not be opened, and will not be by trying again. Carries no detail of what was inside. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Why a target can never be opened so, in words for people: the provider refused, or the credentials do not open. `null`
 * for every other error, which is an outage.
 */
export function finalRefusal(error: unknown): { readonly reason: string; readonly detail: string } | null {
  if (error instanceof AccessRefused) return { reason: error.code, detail: error.detail };
  if (!(error instanceof SealBroken)) return null;
  return {
    reason: 'credentials-unreadable',
    detail:
      'The credentials of this target could not be opened: they were not sealed for this scan, or their time is over. Send the request again.',
  };
}

const CIPHER = 'aes-256-gcm';

function encryptionContext(context: SealContext): Record<string, string> {
  return {
    scan: context.scan,
    target: String(context.target),
    provider: context.provider,
    notAfter: context.notAfter,
  };
}

const additionalData = (context: SealContext): Buffer => Buffer.from(JSON.stringify(encryptionContext(context)));

/**
 * Seals credentials under a fresh data key of the KMS key `keyId`. KMS itself encrypts at most 4,096 bytes, less than a
 * certificate, hence the envelope. Throws what KMS throws.
 */
export async function seal(
  kms: KMSClient,
  keyId: string,
  context: SealContext,
  credentials: TargetCredentials,
): Promise<Sealed> {
  const answer = await kms.send(
    new GenerateDataKeyCommand({
      KeyId: keyId,
      KeySpec: 'AES_256',
      EncryptionContext: encryptionContext(context),
    }),
  );
  if (!answer.Plaintext || !answer.CiphertextBlob) throw new Error('kms:GenerateDataKey answered without a key');
  const dataKey = Buffer.from(answer.Plaintext);
  try {
    const iv = randomBytes(12);
    const cipher = createCipheriv(CIPHER, dataKey, iv).setAAD(additionalData(context));
    const data = Buffer.concat([cipher.update(JSON.stringify(plain(credentials)), 'utf8'), cipher.final()]);
    return {
      key: Buffer.from(answer.CiphertextBlob).toString('base64'),
      iv: iv.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
      data: data.toString('base64'),
    };
  } finally {
    dataKey.fill(0);
  }
}

/** KMS says so when key, context or ciphertext do not belong together; everything else may be better next time. */
const FINAL = new Set(['InvalidCiphertextException', 'IncorrectKeyException', 'InvalidKeyUsageException']);

/**
 * Opens sealed credentials in memory. Throws `SealBroken` when context or ciphertext are not those that were sealed, or
 * `notAfter` has passed; other errors of KMS (throttled, down, not allowed) as they are.
 */
export async function open(
  kms: KMSClient,
  sealed: Sealed,
  context: SealContext,
  now: Date = new Date(),
): Promise<TargetCredentials> {
  if (!(now.getTime() <= Date.parse(context.notAfter))) {
    throw new SealBroken('The credentials were sealed for a time that has passed.');
  }
  const answer = await kms
    .send(
      new DecryptCommand({
        CiphertextBlob: Buffer.from(sealed.key, 'base64'),
        EncryptionContext: encryptionContext(context),
      }),
    )
    .catch((error: unknown) => {
      if (error instanceof Error && FINAL.has(error.name)) {
        throw new SealBroken('The credentials were sealed for another scan, target, provider or time.');
      }
      throw error;
    });
  if (!answer.Plaintext) throw new Error('kms:Decrypt answered without a key');
  const dataKey = Buffer.from(answer.Plaintext);
  try {
    const decipher = createDecipheriv(CIPHER, dataKey, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 })
      .setAAD(additionalData(context))
      .setAuthTag(Buffer.from(sealed.tag, 'base64'));
    const text = Buffer.concat([decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()]);
    return fromPlain(JSON.parse(text.toString('utf8')));
  } catch {
    // The cause is left out: a parser's message quotes what it could not parse, which may be the secret.
    throw new SealBroken('The sealed credentials were altered.');
  } finally {
    dataKey.fill(0);
  }
}
