import { createHash, createVerify, generateKeyPairSync, sign, X509Certificate, type KeyObject } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { parsed } from '../http.ts';

const encode = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The key with which the login host signs access tokens. */
export class SigningKey {
  readonly #key: KeyObject;
  readonly #public: KeyObject;
  readonly #id: string;

  constructor() {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#key = pair.privateKey;
    this.#public = pair.publicKey;
    this.#id = createHash('sha1')
      .update(pair.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64url');
  }

  sign(claims: JsonObject): string {
    const text = `${encode({ typ: 'JWT', alg: 'RS256', kid: this.#id })}.${encode(claims)}`;
    return `${text}.${sign('sha256', Buffer.from(text), this.#key).toString('base64url')}`;
  }

  /** The claims of a token of ours; undefined where the signature is not. */
  verify(token: string): JsonObject | undefined {
    return verified(token, this.#public);
  }

  /** The public half, as the `jwks_uri` tells it. */
  jwks(): JsonObject {
    const { n = '', e = '' } = this.#public.export({ format: 'jwk' });
    return { keys: [{ kty: 'RSA', use: 'sig', kid: this.#id, n, e }] };
  }
}

function verified(token: string, key: KeyObject): JsonObject | undefined {
  const [head, body, signature, ...rest] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) return undefined;
  const header = parsed(Buffer.from(head, 'base64url').toString()) as { alg?: string } | undefined;
  const pss = header?.alg === 'PS256' ? { padding: 6, saltLength: 32 } : {}; // 6: RSA-PSS
  const good = createVerify('sha256')
    .update(`${head}.${body}`)
    .verify({ key, ...pss }, Buffer.from(signature, 'base64url'));
  return good ? (parsed(Buffer.from(body, 'base64url').toString()) as JsonObject) : undefined;
}

/** The claims of an app's assertion, where it was signed with the key of this certificate (PEM). */
export function assertedWith(assertion: string, certificate: string): JsonObject | undefined {
  return verified(assertion, new X509Certificate(certificate).publicKey);
}
