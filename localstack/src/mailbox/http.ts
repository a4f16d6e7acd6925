import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { summaryOf, type Message, type MessageStore } from './messages.ts';
import { listPage, messagePage, messagePolicy, pagePolicy } from './page.ts';

export interface Knobs {
  refuse(recipient: string, code: number | null): void;
  setDown(down: boolean): Promise<void>;
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array, more = {}): void {
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    ...more,
  });
  response.end(body);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value));
}

function sendPage(response: ServerResponse, make: (nonce: string) => string): void {
  const nonce = randomBytes(16).toString('base64');
  send(response, 200, 'text/html; charset=utf-8', make(nonce), { 'content-security-policy': pagePolicy(nonce) });
}

function sendPart(response: ServerResponse, message: Message, part: string | undefined, n: string | undefined): void {
  switch (part) {
    case undefined:
      return sendJson(response, 200, { ...summaryOf(message), text: message.text, html: message.html });
    case 'view':
      return sendPage(response, (nonce) => messagePage(message, nonce));
    case 'raw':
      return send(response, 200, 'message/rfc822', message.raw);
    case 'text':
      return send(response, 200, 'text/plain; charset=utf-8', message.text);
    case 'html':
      return send(response, 200, 'text/html; charset=utf-8', message.html, {
        'content-security-policy': messagePolicy,
      });
    case 'attachments': {
      const attachment = message.attachments[Number(n)];
      if (attachment === undefined) break;
      const name = encodeURIComponent(attachment.name);
      return send(response, 200, 'application/octet-stream', attachment.content, {
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      });
    }
  }
  sendJson(response, 404, { error: 'no such part' });
}

async function setKnobs(request: IncomingMessage, knobs: Knobs): Promise<void> {
  const wanted = JSON.parse(await text(request)) as { refuse?: Record<string, number | null>; down?: boolean };
  for (const [recipient, code] of Object.entries(wanted.refuse ?? {})) knobs.refuse(recipient, code);
  if (wanted.down !== undefined) await knobs.setDown(wanted.down);
}

/**
 * The page and the JSON of a mailbox, on loopback.
 *
 * GET / · GET /messages · GET /messages/:id[/view|/raw|/text|/html|/attachments/:n] · DELETE /messages ·
 * PUT /knobs `{ refuse: { "a@b.c": 550 }, down: true }` for tests that run in another process.
 */
export async function messageServer(
  store: MessageStore,
  port: number,
  knobs: Knobs,
): Promise<{ url: string; stop(): Promise<void> }> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://mailbox.invalid');
    const [room, id, part, n] = pathname.split('/').slice(1);
    const route = `${request.method} /${room}`;
    if (route === 'GET /') return sendPage(response, (nonce) => listPage(store.all(), nonce));
    if (route === 'PUT /knobs') {
      await setKnobs(request, knobs);
      return sendJson(response, 200, {});
    }
    if (route === 'DELETE /messages' && id === undefined) {
      store.clear();
      return sendJson(response, 200, {});
    }
    if (route === 'GET /messages') {
      if (id === undefined) return sendJson(response, 200, store.all().map(summaryOf));
      const message = store.find(Number(id));
      if (message !== undefined) return sendPart(response, message, part, n);
    }
    sendJson(response, 404, { error: 'no such page' });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sendJson(response, 400, { error: String(error) }));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
