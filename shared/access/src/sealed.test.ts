import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { Secret } from '@cis-scan/secret';
import type { TargetCredentials } from './credentials.ts';
import { open, seal, SealBroken, type SealContext } from './sealed.ts';

/** KMS as far as it matters here: a data key opens with exactly the context it was made with. */
function fakeKms(trustsContext = false): KMSClient {
  const keys = new Map<string, { key: Buffer; context: string }>();
  const contextOf = (context: Record<string, string> = {}) => JSON.stringify(Object.entries(context).sort());
  const send = (command: unknown): Promise<unknown> => {
    if (command instanceof GenerateDataKeyCommand) {
      const key = randomBytes(32);
      const blob = randomBytes(48);
      keys.set(blob.toString('hex'), { key, context: contextOf(command.input.EncryptionContext) });
      return Promise.resolve({ Plaintext: Uint8Array.from(key), CiphertextBlob: blob });
    }
    if (!(command instanceof DecryptCommand)) return Promise.reject(new TypeError('unexpected command'));
    const found = keys.get(Buffer.from(command.input.CiphertextBlob ?? []).toString('hex'));
    if (!found || !(trustsContext || found.context === contextOf(command.input.EncryptionContext))) {
      return Promise.reject(Object.assign(new Error('invalid'), { name: 'InvalidCiphertextException' }));
    }
    return Promise.resolve({ Plaintext: Uint8Array.from(found.key) });
  };
  return { send } as unknown as KMSClient;
}

const context: SealContext = { scan: 's', target: 0, provider: 'aws', notAfter: '2026-03-01T00:00:00.000Z' };
const before = new Date('2026-02-28T00:00:00.000Z');
const keys: TargetCredentials = {
  kind: 'aws-keys',
  accessKeyId: 'AKIAEXAMPLE',
  secretAccessKey: new Secret('CANARYSECRET'),
  sessionToken: new Secret('CANARYTOKEN'),
};
const app = {
  kind: 'm365-app',
  tenantId: '11111111-aaaa-4bbb-8ccc-000000000001',
  clientId: '22222222-aaaa-4bbb-8ccc-000000000002',
  clientSecret: null,
  clientCertificate: null,
} as const;
const flip = (base64: string): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
};

test.each<[string, TargetCredentials]>([
  ['keys', keys],
  ['keys without session', { ...keys, sessionToken: null }],
  ['role', { kind: 'aws-role', roleArn: 'arn:aws:iam::111122223333:role/r', externalId: 'e' }],
  ['role without external id', { kind: 'aws-role', roleArn: 'arn:aws:iam::111122223333:role/r', externalId: null }],
  ['app with a secret', { ...app, clientSecret: new Secret('CANARYSECRET') }],
  ['app with a certificate larger than KMS takes', { ...app, clientCertificate: new Secret('CANARY'.repeat(2_000)) }],
])('what is sealed opens: %s', async (_, credentials) => {
  const kms = fakeKms();
  const opened = await open(kms, await seal(kms, 'key', context, credentials), context, before);
  const secrets = (one: TargetCredentials) =>
    Object.values(one).flatMap((field: unknown) => (field instanceof Secret ? [String(field.reveal())] : []));
  expect(opened).toEqual(credentials);
  expect(secrets(opened)).toEqual(secrets(credentials));
});

test('nothing of the secret is seen from outside', async () => {
  const sealed = await seal(fakeKms(), 'key', context, keys);
  const seen = Object.values(sealed).map((part) => Buffer.from(part, 'base64').toString('latin1'));
  expect(seen.join()).not.toContain('CANARY');
  expect(JSON.stringify(sealed)).not.toContain('CANARY');
});

describe('refused', () => {
  const contexts: [string, SealContext][] = [
    ['another scan', { ...context, scan: 'x' }],
    ['another target', { ...context, target: 1 }],
    ['another provider', { ...context, provider: 'm365' }],
    ['a later hour', { ...context, notAfter: '2027-01-01T00:00:00.000Z' }],
  ];
  test.each(contexts)('by KMS for %s', async (_, other) => {
    const kms = fakeKms();
    const sealed = await seal(kms, 'key', context, keys);
    await expect(open(kms, sealed, other, before)).rejects.toBeInstanceOf(SealBroken);
  });

  test.each(contexts)('by the cipher itself for %s, were KMS to let it pass', async (_, other) => {
    const kms = fakeKms(true);
    const sealed = await seal(kms, 'key', context, keys);
    await expect(open(kms, sealed, other, before)).rejects.toBeInstanceOf(SealBroken);
  });

  test.each(['key', 'iv', 'tag', 'data'] as const)('altered %s', async (part) => {
    const kms = fakeKms();
    const sealed = await seal(kms, 'key', context, keys);
    const broken = open(kms, { ...sealed, [part]: flip(sealed[part]) }, context, before);
    await expect(broken).rejects.toBeInstanceOf(SealBroken);
  });

  test('a tag cut short', async () => {
    const kms = fakeKms();
    const sealed = await seal(kms, 'key', context, keys);
    const tag = Buffer.from(sealed.tag, 'base64').subarray(0, 4).toString('base64');
    await expect(open(kms, { ...sealed, tag }, context, before)).rejects.toBeInstanceOf(SealBroken);
  });

  test.each([
    ['after its time', new Date('2026-03-01T00:00:00.001Z'), context],
    ['with a time that is none', before, { ...context, notAfter: 'never' }],
  ])('%s, without asking KMS', async (_, now, at) => {
    const sealed = await seal(fakeKms(), 'key', at, keys);
    const silent = { send: () => Promise.reject(new Error('asked')) } as unknown as KMSClient;
    await expect(open(silent, sealed, at, now)).rejects.toBeInstanceOf(SealBroken);
  });

  test('an outage of KMS is no broken seal', async () => {
    const sealed = await seal(fakeKms(), 'key', context, keys);
    const down = { send: () => Promise.reject(new Error('down')) } as unknown as KMSClient;
    await expect(open(down, sealed, context, before)).rejects.toThrow('down');
  });

  test('the error does not quote what was inside', async () => {
    const dataKey = randomBytes(32);
    const kms = { send: () => Promise.resolve({ Plaintext: Uint8Array.from(dataKey) }) } as unknown as KMSClient;
    const aad = JSON.stringify({ scan: 's', target: '0', provider: 'aws', notAfter: context.notAfter });
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', dataKey, iv).setAAD(Buffer.from(aad));
    const data = Buffer.concat([cipher.update('CANARY is no JSON'), cipher.final()]).toString('base64');
    const sealed = { key: '', iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), data };
    const error: unknown = await open(kms, sealed, context, before).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SealBroken);
    expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain('CANARY');
  });
});
