import { Accepted, Instant, Provider, RequestId, ScanState, ScanStatus } from '@cis-scan/contracts';
import { childTraceparent } from '@cis-scan/runtime';
import { CursorError, scanIdOf, statusOf } from '@cis-scan/scan-table';
import { Type } from 'typebox';
import { concurrently } from '../concurrently.ts';
import { invalid, noSuchScan } from '../http/problem.ts';
import { answer, apiKey, problems, ScanParams } from '../http/schemas.ts';
import type { Server } from '../http/server.ts';
import { submit } from '../submit/submit.ts';
import { callerOf, type IntakeParts } from './parts.ts';
import { RequestBody } from './request-body.ts';

const strict = { additionalProperties: false } as const;
const nullableText = Type.Union([Type.String(), Type.Null()]);

const ListQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }),
    cursor: Type.Optional(Type.String({ maxLength: 1024 })),
  },
  strict,
);
const ScanSummary = Type.Object(
  {
    requestId: RequestId,
    status: ScanState,
    createdAt: Instant,
    updatedAt: Instant,
    targets: Type.Array(
      Type.Object({ targetId: Type.Integer({ minimum: 0 }), provider: Provider, account: Type.String() }, strict),
    ),
  },
  strict,
);
const Scans = Type.Object({ items: Type.Array(ScanSummary), next: nullableText }, strict);

/** Taking, listing, watching and deleting scans. */
export function scanRoutes(server: Server, parts: IntakeParts): void {
  const { table, store } = parts;

  server.post(
    '/scans',
    {
      schema: {
        operationId: 'createScan',
        summary: 'Scan accounts and mail the report',
        tags: ['scans'],
        security: apiKey,
        body: RequestBody,
        response: {
          202: answer(Accepted, 'Every job is on its queue.'),
          ...problems(400, 401, 409, 413, 415, 422, 429),
        },
      },
      // `fold` judges the body and names every faulty field; the schema is there to be read.
      validatorCompiler: () => (body: unknown) => ({ value: body }),
    },
    async (request, reply) => {
      const { traceparent } = request.headers;
      const trace = childTraceparent(typeof traceparent === 'string' ? traceparent : undefined);
      const accepted = await submit(parts, callerOf(request), request.body, trace);
      request.log.info({ scanId: scanIdOf(callerOf(request).name, accepted.requestId) }, 'scan accepted');
      return reply
        .code(202)
        .header('location', `/scans/${encodeURIComponent(accepted.requestId)}`)
        .send(accepted);
    },
  );

  server.get(
    '/scans',
    {
      schema: {
        operationId: 'listScans',
        summary: 'Your scans, newest first',
        tags: ['scans'],
        security: apiKey,
        querystring: ListQuery,
        response: { 200: answer(Scans, 'A page of scans.'), ...problems(400, 401) },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query;
      const page = await table
        .scansOf(callerOf(request).name, { limit, cursor: cursor ?? null })
        .catch((error: unknown) => {
          if (!(error instanceof CursorError)) throw error;
          throw invalid([{ path: 'cursor', detail: 'Send the cursor as it stood in next, or none.' }]);
        });
      const found = await concurrently(page.items, 10, ({ scanId }) => table.readScan(scanId));
      const items = found.flatMap((scan) => {
        // Deleted between the index and the table.
        if (!scan) return [];
        const { requestId, status, createdAt, updatedAt, targets } = statusOf(scan, parts.publicUrl);
        const named = targets.map(({ targetId, provider, account }) => ({ targetId, provider, account }));
        return [{ requestId, status, createdAt, updatedAt, targets: named }];
      });
      return { items, next: page.next };
    },
  );

  server.get(
    '/scans/:requestId',
    {
      schema: {
        operationId: 'getScan',
        summary: 'How far a scan is, and its figures',
        tags: ['scans'],
        security: apiKey,
        params: ScanParams,
        response: { 200: answer(ScanStatus, 'The state of the scan.'), ...problems(400, 401, 404) },
      },
    },
    async (request) => {
      const scan = await table.readScan(scanIdOf(callerOf(request).name, request.params.requestId));
      if (!scan) throw noSuchScan();
      return statusOf(scan, parts.publicUrl);
    },
  );

  server.delete(
    '/scans/:requestId',
    {
      schema: {
        operationId: 'deleteScan',
        summary: 'Remove a scan with everything that was kept of it',
        tags: ['scans'],
        security: apiKey,
        params: ScanParams,
        response: { 204: Type.Null({ description: 'Report, chunks and items are gone.' }), ...problems(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const scanId = scanIdOf(callerOf(request).name, request.params.requestId);
      // Files first: were the items gone first, a deletion broken off in between could not be asked for again.
      await store.removeScan(scanId);
      if (!(await table.deleteScan(scanId))) throw noSuchScan();
      // Once more, for what a scanner or the reporter wrote meanwhile.
      await store.removeScan(scanId);
      return reply.code(204).send(null);
    },
  );
}
