/** A process that plays a scanned account from memory: its argument is the account's size, its parent speaks to it by messages. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { CallCounter } from '../overlay/counts.ts';
import { recognise } from '../overlay/recognise.ts';
import { answerOf } from './account/answers.ts';
import { ACCOUNT, benchAccount } from './account/model.ts';
import type { ProviderOrder, ProviderReport } from './provider.ts';

const account = benchAccount(Number(process.argv[2]));
const counter = new CallCounter();
const unknown = new Set<string>();
let latencyMs = 0;

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = recognise(request.method ?? 'GET', request.url ?? '/', request.headers, await buffer(request));
  counter.began(call, ACCOUNT);
  try {
    // The latency runs while the answer is made: a slow answer of ours is not added to it.
    const wait = latencyMs > 0 ? sleep(latencyMs) : undefined;
    const { status, headers, body } = answerOf(call, account);
    if (status === 501) unknown.add(`${call.service}:${call.operation}`);
    await wait;
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(body);
  } finally {
    counter.ended();
  }
}

const tell = (report: ProviderReport): void => void process.send?.(report);
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  serve(request, response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.on('disconnect', () => process.exit(0));
process.on('message', (order: ProviderOrder) => {
  if (order.clear !== undefined) {
    latencyMs = order.clear.latencyMs;
    counter.clear();
    unknown.clear();
  }
  tell({ ...counter.read(), unknown: [...unknown].sort() });
});
tell({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
