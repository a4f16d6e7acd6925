import { Readable } from 'node:stream';
import { Control, Report, Verdict } from '@cis-scan/contracts';
import { scanIdOf, type StoredReport } from '@cis-scan/scan-table';
import { Type } from 'typebox';
import type { Caller } from '../api-keys/caller.ts';
import { selectControls } from '../controls/select.ts';
import { HttpProblem, invalid, noSuchScan } from '../http/problem.ts';
import { answer, apiKey, problems, ScanParams } from '../http/schemas.ts';
import type { Server } from '../http/server.ts';
import { callerOf, type IntakeParts } from './parts.ts';

const strict = { additionalProperties: false } as const;

const ControlsQuery = Type.Object(
  {
    target: Type.Optional(Type.Integer({ minimum: 0 })),
    benchmark: Type.Optional(Type.String({ maxLength: 64 })),
    verdict: Type.Optional(Verdict),
    control: Type.Optional(Type.String({ maxLength: 32 })),
    resources: Type.Enum(['worst', 'all'], { default: 'worst' }),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    cursor: Type.Optional(Type.String({ maxLength: 64 })),
  },
  strict,
);
const ControlRow = Type.Object(
  { targetId: Type.Integer({ minimum: 0 }), benchmark: Type.String(), ...Control.properties },
  strict,
);
const Controls = Type.Object({ items: Type.Array(ControlRow), next: Type.Union([Type.String(), Type.Null()]) }, strict);
const ReportQuery = Type.Object({ format: Type.Enum(['html', 'csv', 'json'], { default: 'html' }) }, strict);

const TYPES = { html: 'text/html; charset=utf-8', csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;

/** Nothing of a stored report may run or load: its text comes from scanned accounts. */
const REPORT_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups";

type Stored = Awaited<ReturnType<IntakeParts['store']['read']>>;

/** What is stored goes out as it is, a piece at a time, and is not serialised again. */
function asStream(body: Stored): never {
  if (!(body instanceof Readable)) throw new TypeError('s3:GetObject answered without a stream');
  // The schema of the answer describes the content; its type cannot say that a stream bears it.
  return body as never;
}

async function storedReport({ table }: IntakeParts, caller: Caller, requestId: string): Promise<StoredReport> {
  const scan = await table.readScan(scanIdOf(caller.name, requestId));
  if (!scan) throw noSuchScan();
  if (!scan.state.report) throw new HttpProblem(409, 'The scan has not ended yet.', { retryAfter: 5 });
  return scan.state.report;
}

/** What a scan found: controls by question, or the whole report. */
export function resultRoutes(server: Server, parts: IntakeParts): void {
  server.get(
    '/scans/:requestId/controls',
    {
      schema: {
        operationId: 'listControls',
        summary: 'Verdicts with their evidence, filtered',
        description:
          'Each control comes with its 50 worst resources; with all of them for resources=all and one control.',
        tags: ['scans'],
        security: apiKey,
        params: ScanParams,
        querystring: ControlsQuery,
        response: { 200: answer(Controls, 'A page of controls.'), ...problems(400, 401, 404, 409) },
      },
    },
    async (request) => {
      const { query } = request;
      if (query.resources === 'all' && query.control === undefined) {
        throw invalid([{ path: 'resources', detail: 'All resources are given for one control: name it by control.' }]);
      }
      const { json } = await storedReport(parts, callerOf(request), request.params.requestId);
      const body = await parts.store.read(json.key);
      return selectControls(JSON.parse(await body.transformToString('utf-8')) as Report, query);
    },
  );

  server.get(
    '/scans/:requestId/report',
    {
      schema: {
        operationId: 'getReport',
        summary: 'The stored report',
        tags: ['scans'],
        security: apiKey,
        params: ScanParams,
        querystring: ReportQuery,
        response: {
          200: {
            description: 'The report in the asked format.',
            content: {
              'text/html': { schema: Type.String() },
              'text/csv': { schema: Type.String() },
              'application/json': { schema: Report },
            },
          },
          ...problems(400, 401, 404, 409),
        },
      },
    },
    async (request, reply) => {
      const { format } = request.query;
      const { requestId } = request.params;
      const { key } = (await storedReport(parts, callerOf(request), requestId))[format];
      const body = await parts.store.read(key);
      const kind = format === 'html' ? 'inline' : 'attachment';
      return reply
        .type(TYPES[format])
        .header('content-disposition', `${kind}; filename="cis-scan-${requestId.replace(/[^\w.-]/g, '-')}.${format}"`)
        .header('content-security-policy', REPORT_CSP)
        .header('cache-control', 'private, no-store')
        .send(asStream(body));
    },
  );
}
