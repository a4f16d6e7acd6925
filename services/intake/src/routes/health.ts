import { Type } from 'typebox';
import { answer, problems } from '../http/schemas.ts';
import type { Server } from '../http/server.ts';
import type { IntakeParts } from './parts.ts';

const Ok = Type.Object({ ok: Type.Boolean() }, { additionalProperties: false });

/** For the load balancer and the orchestrator: no key, no detail. */
export function healthRoutes(server: Server, parts: IntakeParts): void {
  const common = { tags: ['health'], response: { 200: answer(Ok, 'Yes.'), ...problems() } };
  // Asked every few seconds: only failures are worth a line.
  const quiet = { logLevel: 'warn' } as const;
  server.get(
    '/health/live',
    { ...quiet, schema: { operationId: 'live', summary: 'Whether the process is well', ...common } },
    () => ({ ok: true }),
  );
  server.get(
    '/health/ready',
    { ...quiet, schema: { operationId: 'ready', summary: 'Whether scans can be accepted now', ...common } },
    async () => {
      await parts.ready();
      return { ok: true };
    },
  );
}
