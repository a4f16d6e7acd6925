import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';

/** A call as it arrived. */
export interface M365Seen {
  readonly path: string;
  /** Of a form; empty for others. */
  readonly parameters: URLSearchParams;
  readonly authorization: string;
}
/** An answer: an object is sent as JSON, a text as it is. */
export interface M365Said {
  readonly status?: number;
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const TENANT = '11111111-aaaa-4bbb-8ccc-000000000001';
export const APP = '22222222-aaaa-4bbb-8ccc-000000000002';

/** An access token with these claims. Nobody checks signatures here, as no client of Graph does. */
export const jwt = (claims: object): string =>
  ['{"alg":"none"}', JSON.stringify({ tid: TENANT, ...claims }), 's']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

/** The answers of Microsoft's sign-in and Graph that matter here, in their form. */
export const say365 = {
  token: (claims: object): M365Said => ({
    body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: jwt(claims) },
  }),
  refused: (number: number, status = 401, error = 'invalid_client'): M365Said => ({
    status,
    body: { error, error_description: `AADSTS${number}: CANARY. Trace ID: x`, error_codes: [number] },
  }),
  organization: (more: object = {}): M365Said => ({
    body: {
      value: [
        {
          id: TENANT,
          displayName: 'Contoso',
          verifiedDomains: [
            { name: 'contoso.onmicrosoft.com', isDefault: false, isInitial: true },
            { name: 'contoso.example', isDefault: true, isInitial: false },
          ],
          ...more,
        },
      ],
    },
  }),
};

function configuration(base: string, tenant: string): M365Said {
  const at = `${base}/${tenant}`;
  return {
    body: {
      token_endpoint: `${at}/oauth2/v2.0/token`,
      authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${at}/oauth2/v2.0/logout`,
      jwks_uri: `${at}/discovery/v2.0/keys`,
      issuer: `${at}/v2.0`,
    },
  };
}

/**
 * Microsoft's sign-in and Graph on loopback, with answers that a test gives; `null` leaves the sign-in's own page to us.
 * The certificate is made at start, and this process trusts it until `stop`.
 */
export async function fakeM365(answer: (seen: M365Seen) => M365Said | null) {
  const calls: M365Seen[] = [];
  const pair = await generate([{ name: 'commonName', value: 'cis-scan tests' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, pair.cert]);
  const server = createServer({ key: pair.private, cert: pair.cert }, (request, response) => {
    void text(request).then((body) => {
      const { authorization = '' } = request.headers;
      const seen = { path: request.url ?? '', parameters: new URLSearchParams(body), authorization };
      calls.push(seen);
      const page = /^\/([^/]+)\/v2\.0\/\.well-known/.exec(seen.path)?.[1];
      const said: M365Said =
        answer(seen) ?? (page === undefined ? { status: 404, body: {} } : configuration(url, page));
      const json = typeof said.body !== 'string';
      response
        .writeHead(said.status ?? 200, { 'content-type': json ? 'application/json' : 'text/html', ...said.headers })
        .end(json ? JSON.stringify(said.body) : said.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    calls,
    to: (part: string): M365Seen[] => calls.filter(({ path }) => path.includes(part)),
    stop: async () => {
      setDefaultCACertificates(trusted);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A certificate with its private key, as an administrator makes one for an app. */
export async function appCertificate(more: { readonly notAfter?: Date; readonly ec?: boolean } = {}) {
  const { notAfter: notAfterDate, ec } = more;
  const made = await generate([{ name: 'commonName', value: 'app' }], {
    algorithm: 'sha256',
    ...(ec ? { keyType: 'ec' as const } : { keySize: 2048 }),
    ...(notAfterDate ? { notBeforeDate: new Date(notAfterDate.getTime() - 86_400_000), notAfterDate } : {}),
  });
  return { certificate: made.cert, key: made.private };
}
