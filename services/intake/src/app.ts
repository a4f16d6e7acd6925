import type { FastifyBaseLogger } from 'fastify';
import { scanIdOf } from '@cis-scan/scan-table';
import { authenticate } from './api-keys/caller.ts';
import { createServer, type Server } from './http/server.ts';
import { accessRoutes } from './routes/access.ts';
import { healthRoutes } from './routes/health.ts';
import { setCaller, type IntakeParts } from './routes/parts.ts';
import { resultRoutes } from './routes/results.ts';
import { scanRoutes } from './routes/scans.ts';

/** The whole API over its parts; not listening yet. */
export async function createApp(parts: IntakeParts, log: FastifyBaseLogger): Promise<Server> {
  const server = await createServer(log);
  healthRoutes(server, parts);
  await server.register((behindDoor: Server) => {
    // Before the body is read: a stranger's megabyte is not parsed.
    behindDoor.addHook('onRequest', async (request, reply) => {
      const caller = await authenticate(parts.table, request.headers['x-api-key'], parts.now());
      setCaller(request, caller);
      const { requestId } = request.params as { readonly requestId?: string };
      const ids = requestId === undefined ? {} : { scanId: scanIdOf(caller.name, requestId) };
      reply.log = request.log = request.log.child({ caller: caller.name, ...ids });
    });
    scanRoutes(behindDoor, parts);
    resultRoutes(behindDoor, parts);
    accessRoutes(behindDoor, parts);
    return Promise.resolve();
  });
  return server;
}
