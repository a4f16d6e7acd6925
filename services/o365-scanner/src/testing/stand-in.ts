import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';

/** A request as it arrived, its address undecoded. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer: an object is sent as JSON, a text as it is; `hang` never comes, `cut` ends the connection. */
export interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
export type Says = Said | 'hang' | 'cut';

export interface StandIn {
  readonly url: string;
  readonly seen: Seen[];
  /** What is answered to the nth request since the last `answer`, from 0. */
  answer(says: (seen: Seen, nth: number) => Says): void;
  stop(): Promise<void>;
}

const ALT_NAMES = [
  { type: 7 as const, ip: '127.0.0.1' },
  { type: 2 as const, value: 'localhost' },
];

/** One of Microsoft's hosts on loopback, over https. This process trusts its certificate until `stop`. */
export async function standIn(): Promise<StandIn> {
  const pair = await generate([{ name: 'commonName', value: 'cis-scan tests' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: ALT_NAMES },
    ],
  });
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, pair.cert]);
  const seen: Seen[] = [];
  let says: (seen: Seen, nth: number) => Says = () => ({ status: 404 });
  const server = createServer({ key: pair.private, cert: pair.cert }, (request, response) => {
    void text(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body };
      const said = says(one, seen.push(one) - 1);
      if (said === 'hang') return;
      if (said === 'cut') return void request.socket.destroy();
      const whole = typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? {});
      response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers }).end(whole);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answer: (wished) => {
      seen.length = 0;
      says = wished;
    },
    stop: async () => {
      setDefaultCACertificates(trusted);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
