import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Answer, Call } from './call.ts';

/** What belongs to one connection and must not be copied onto another. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'server', 'date']);

/** Hands a call on to the emulator, byte for byte, under the Host the client signed. */
export async function forward(emulator: URL, call: Call): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { connection: _, ...headers } = call.headers;
  const outgoing = request(
    {
      hostname: emulator.hostname,
      port: emulator.port,
      method: call.method,
      path: call.path,
      headers: { ...headers, 'content-length': call.body.length },
      agent: false,
    },
    (incoming) => {
      buffer(incoming).then(
        (body) =>
          resolve({
            status: incoming.statusCode ?? 502,
            headers: Object.fromEntries(
              Object.entries(incoming.headers).flatMap(([name, value]) =>
                value === undefined || HOP_BY_HOP.has(name) ? [] : [[name, value]],
              ),
            ),
            body,
          }),
        reject,
      );
    },
  );
  outgoing.on('error', reject);
  outgoing.end(call.body);
  return promise;
}
