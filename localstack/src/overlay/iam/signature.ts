import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Call } from '../call.ts';

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function canonicalQuery(search: URLSearchParams): string {
  return [...search]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, v], [b, w]) => (a < b ? -1 : a > b ? 1 : v < w ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Whether a request was signed with this secret (AWS Signature Version 4, in the Authorization header). */
export function isSignedWith(call: Call, secret: string): boolean {
  const authorization = call.headers.authorization ?? '';
  const [, scope, signedHeaders, signature] =
    /Credential=[^/]+\/([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)/.exec(authorization) ?? [];
  if (scope === undefined || signedHeaders === undefined || signature === undefined) return false;
  const url = new URL(call.path, 'http://overlay.invalid');
  const s3 = call.protocol === 's3' || call.protocol === 's3control';
  // Every service but S3 encodes the path, encoded as it is, once more.
  const path = s3 ? url.pathname : url.pathname.split('/').map(encode).join('/');
  const headers = signedHeaders.split(';').map((name) => {
    const value = call.headers[name];
    return `${name}:${String(value ?? '')
      .trim()
      .replace(/\s+/g, ' ')}\n`;
  });
  const payload = String(call.headers['x-amz-content-sha256'] ?? sha256(call.body));
  const request = [call.method, path, canonicalQuery(url.searchParams), headers.join(''), signedHeaders, payload];
  const toSign = ['AWS4-HMAC-SHA256', call.headers['x-amz-date'], scope, sha256(request.join('\n'))].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((k, part) => hmac(k, part), `AWS4${secret}`);
  const expected = hmac(key, toSign);
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
