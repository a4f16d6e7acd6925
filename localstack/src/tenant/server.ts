import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Pair } from './certificate.ts';
import type { NoAnswer } from './effect.ts';
import type { Answer, Request } from './http.ts';

/** A listening https server. */
export interface HttpsServer {
  readonly url: string;
  stop(): Promise<void>;
}

async function read(incoming: IncomingMessage, base: string): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const target = incoming.url ?? '/';
  // not `new URL`: a request may name any path, and must not be normalised into another one
  const mark = target.indexOf('?');
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: incoming.method ?? 'GET',
    target,
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString(),
    base,
  };
}

function send(outgoing: ServerResponse, answer: Answer | NoAnswer): void {
  if (answer === 'hang') return; // stopping the server ends it
  if (answer === 'disconnect') return void outgoing.destroy();
  outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  outgoing.end(answer.body);
}

export interface ServerOptions {
  readonly pair: Pair;
  /** Address to listen on. */
  readonly host: string;
  /** 0: a free port. */
  readonly port: number;
  /** Host name in the server's URL, when clients know it by another one. */
  readonly name: string;
}

/** Starts an https server; an error of the handler is a 500 with its message, so that a test shows what broke. */
export async function startHttps(
  handle: (request: Request) => Promise<Answer | NoAnswer>,
  { pair, host, port, name }: ServerOptions,
): Promise<HttpsServer> {
  let base = '';
  const server = createServer({ key: pair.key, cert: pair.certificate }, (incoming, outgoing) => {
    const answered = read(incoming, base).then(handle);
    answered.then(
      (answer) => send(outgoing, answer),
      (error: unknown) =>
        send(outgoing, { status: 500, headers: { 'content-type': 'text/plain' }, body: String(error) }),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  base = `https://${name}:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
