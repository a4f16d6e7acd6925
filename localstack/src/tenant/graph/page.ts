import type { Json, JsonObject } from '../json.ts';
import type { Request } from '../http.ts';

const DEFAULT_SIZE = 100;
const MOST = 999;

/** Where a page begins; an empty first page is marked in the token as already given. */
interface Place {
  readonly offset: number;
  readonly emptyGiven: boolean;
}

function placeOf(token: string | null): Place {
  const [, offset = '0', given = ''] = /^(\d+)(e?)$/.exec(Buffer.from(token ?? '', 'base64url').toString()) ?? [];
  return { offset: Number(offset), emptyGiven: given !== '' };
}
const tokenOf = ({ offset, emptyGiven }: Place): string =>
  Buffer.from(`${offset}${emptyGiven ? 'e' : ''}`).toString('base64url');

/** The address of the next page: the question repeated, with a token that means nothing to the client. */
function linkTo(request: Request, changes: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(request.query);
  for (const [name, value] of Object.entries(changes)) query.set(name, value);
  return `${request.base}${request.path}?${query.toString().replaceAll('%24', '$')}`;
}

/** One page of a collection. Secure scores count on with `$skip`, everything else with an opaque token. */
export function pageOf(
  items: readonly JsonObject[],
  request: Request,
  { most, emptyFirst, bySkip }: { readonly most: number; readonly emptyFirst: boolean; readonly bySkip: boolean },
): JsonObject {
  const { query } = request;
  const asked = Number(query.get('$top') ?? DEFAULT_SIZE);
  const size = Math.max(1, Math.min(asked, MOST, bySkip ? MOST : most));
  const skip = Number(query.get('$skip') ?? 0);
  const place = placeOf(query.get('$skiptoken'));
  const answer = (value: readonly Json[], link: string | null): JsonObject => ({
    '@odata.context': `${request.base}/$metadata#${request.path.split('/').slice(2).join('/')}`,
    ...(query.get('$count') === 'true' ? { '@odata.count': items.length } : {}),
    value,
    ...(link === null ? {} : { '@odata.nextLink': link }),
  });
  if (emptyFirst && place.offset === 0 && !place.emptyGiven) {
    return answer([], linkTo(request, { $skiptoken: tokenOf({ offset: 0, emptyGiven: true }) }));
  }
  const start = place.offset + skip;
  const end = start + size;
  if (end >= items.length) return answer(items.slice(start), null);
  const next = bySkip
    ? { $skip: String(end) }
    : { $skiptoken: tokenOf({ offset: place.offset + size, emptyGiven: true }) };
  return answer(items.slice(start, end), linkTo(request, next));
}
