import { json, parsed, type Answer, type Request } from '../http.ts';
import type { Json } from '../json.ts';
import { graphError } from './error.ts';

const MOST = 20;
interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function isPart(value: unknown): value is Part {
  const { id, method, url } = Object(value) as Partial<Part>;
  return typeof id === 'string' && typeof method === 'string' && typeof url === 'string';
}

/** The parts of a batch, or what is wrong with it. */
function partsOf(body: string): readonly Part[] | string {
  const { requests } = Object(parsed(body)) as { requests?: unknown };
  if (!Array.isArray(requests) || !requests.every(isPart)) return 'Invalid batch payload format.';
  if (requests.length > MOST) return `Number of batch request steps exceeds the maximum value of ${MOST}.`;
  const ids = new Set(requests.map(({ id }) => id));
  return ids.size === requests.length ? requests : 'Request Id values must be unique.';
}

/**
 * `POST /{version}/$batch`: every part is answered for itself, and the whole is a 200 whatever became of the parts. They
 * come back in another order than they were sent, as Microsoft warns.
 */
export async function answerBatch(
  request: Request,
  answerOne: (part: Request) => Promise<Answer | null>,
): Promise<Answer> {
  const parts = partsOf(request.body);
  if (typeof parts === 'string') return graphError(400, 'BadRequest', parts);
  const version = request.path.split('/')[1] ?? '';
  const responses = await Promise.all(
    parts.map(async (part): Promise<Json> => {
      const { pathname, searchParams } = new URL(
        `/${version}${part.url.startsWith('/') ? '' : '/'}${part.url}`,
        request.base,
      );
      const given = Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
      const headers = { ...request.headers, ...Object.fromEntries(given) };
      const inner = { ...request, method: part.method, path: pathname, query: searchParams, headers, body: '' };
      // a part that would never be answered on its own times out inside Graph
      const answer = (await answerOne(inner)) ?? graphError(504, 'GatewayTimeout', 'The request timed out.');
      const kept = Object.entries({
        'Content-Type': answer.headers['content-type'],
        'Retry-After': answer.headers['retry-after'],
      });
      return {
        id: part.id,
        status: answer.status,
        headers: Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
        body: (parsed(answer.body) ?? answer.body) as Json,
      };
    }),
  );
  return json(200, { responses: responses.toReversed() });
}
