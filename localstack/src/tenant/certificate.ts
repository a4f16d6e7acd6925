import { randomUUID } from 'node:crypto';
import { generate } from 'selfsigned';

const NAME = 'CIS scan demo tenants';
const DAY_MS = 86_400_000;

/** A private key and its certificate, both PEM. */
export interface Pair {
  readonly key: string;
  readonly certificate: string;
}

/** A certificate for a server on these host names and addresses, and the authority to trust for it. */
export async function serverCertificate(hosts: readonly string[]): Promise<Pair & { readonly authority: string }> {
  // it is made at every start and lives for a month: longer than any demo is left running
  const notBeforeDate = new Date(Date.now() - DAY_MS);
  const notAfterDate = new Date(Date.now() + 30 * DAY_MS);
  const common = { notBeforeDate, notAfterDate, keyType: 'ec', algorithm: 'sha256' } as const;
  // a name of its own: a client that trusts two of them finds the right key by it
  const authority = await generate([{ name: 'commonName', value: `${NAME} authority ${randomUUID()}` }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const altNames = hosts.map((host) =>
    /^[\d.]+$|:/.test(host) ? { type: 7 as const, ip: host } : { type: 2 as const, value: host },
  );
  const server = await generate([{ name: 'commonName', value: NAME }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { key: server.private, certificate: server.cert, authority: authority.cert };
}

/** A self-signed certificate with which an app proves who it is, as an administrator uploads one. */
export async function clientCertificate(): Promise<Pair> {
  const made = await generate([{ name: 'commonName', value: `${NAME} client` }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  return { key: made.private, certificate: made.cert };
}
