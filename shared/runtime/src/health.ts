import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listening health server. */
export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

export interface HealthOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Whether the process itself is well; no means: restart it. */
  readonly live: () => boolean | Promise<boolean>;
  /** Whether it can do its work now. */
  readonly ready: () => boolean | Promise<boolean>;
}

const ask = async (question: () => boolean | Promise<boolean>): Promise<boolean> => {
  try {
    return await question();
  } catch {
    return false;
  }
};

/** Answers /health/live and /health/ready with 200 or 503, for workers that have no API of their own. */
export async function serveHealth({ port, live, ready }: HealthOptions): Promise<Health> {
  const routes = new Map([
    ['/health/live', live],
    ['/health/ready', ready],
  ]);
  const server = createServer((request, response) => {
    const question = routes.get(request.url ?? '');
    const answer = async (): Promise<void> => {
      const status = question === undefined ? 404 : (await ask(question)) ? 200 : 503;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: status === 200 }));
    };
    void answer();
  });
  server.requestTimeout = 5_000;
  server.listen(port);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
