import type { Caller } from '../login/bearer.ts';
import { json, type Answer, type Request } from '../http.ts';
import { isList, isObject, type JsonObject } from '../json.ts';
import { accessTo, opens, type PathAccess } from './access.ts';
import { graphError, licenceMissing, noSegment, notFound, permissionMissing } from './error.ts';
import { filterOf, UnsupportedQuery } from './filter.ts';
import { pageOf } from './page.ts';
import { plainPath, resolve } from './resolve.ts';
import { shaped, shapeOf } from './shape.ts';

/** A question to Graph, taken apart. */
export interface GraphCall {
  readonly version: string;
  /** Below the version, keys in brackets made plain segments. */
  readonly path: string;
  /** What it takes; undefined where there is no such path. */
  readonly access: PathAccess | undefined;
}

/** Directory collections take these only as advanced queries. */
const ADVANCED = /\bne\b|\bnot\b|endswith/i;
const DIRECTORY = /^\/(users|groups|servicePrincipals|applications)$/;
/** Properties that the directory does not filter by. */
const UNFILTERABLE = /^\/groups$/;

/** Reads version and path; a function's arguments (`…Summary(period='D7')`) are no key and drop out. */
export function graphCall(request: Request): GraphCall {
  const [, version = '', ...rest] = request.path.split('/');
  const path = plainPath(`/${rest.map(decodeURIComponent).join('/')}`.replace(/\(period='[^']*'\)/, ''));
  return { version, path, access: accessTo(version, path, shapeOf(request.query).select) };
}

function filtered(items: readonly JsonObject[], path: string, request: Request): readonly JsonObject[] {
  const text = request.query.get('$filter');
  if (text === null) return items;
  const advanced = request.headers['consistencylevel'] === 'eventual' && request.query.get('$count') === 'true';
  if (DIRECTORY.test(path) && ADVANCED.test(text) && !advanced) {
    throw new UnsupportedQuery(
      'Operator is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header.',
    );
  }
  if (UNFILTERABLE.test(path) && text.includes('visibility')) {
    throw new UnsupportedQuery(
      "Unsupported or invalid query filter clause specified for property 'visibility' of resource 'Group'.",
    );
  }
  return items.filter(filterOf(text));
}

function collection(
  items: readonly JsonObject[],
  { version, path }: GraphCall,
  request: Request,
  caller: Caller,
): Answer {
  const { paging } = caller.tenant.data;
  const shape = shapeOf(request.query);
  const found = filtered(items, path, request);
  const page = pageOf(
    found.map((item) => shaped(item, path, shape)),
    request,
    {
      most: paging.size,
      emptyFirst: paging.emptyFirst.includes(path),
      bySkip: path === '/security/secureScores',
    },
  );
  return json(200, page, { 'odata-version': '4.0', 'x-ms-version': version });
}

/** Answers one GET of Graph for a caller whose token was accepted. */
export function readGraph(call: GraphCall, request: Request, caller: Caller): Answer {
  const { version, path, access } = call;
  if (version !== 'v1.0' && version !== 'beta') return graphError(400, 'BadRequest', 'Invalid version.');
  if (access === undefined) return noSegment(path.split('/').at(-1) ?? '');
  if (request.method !== 'GET')
    return graphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  if (!opens(access, caller.roles)) return permissionMissing(access);
  const { unlicensed } = caller.tenant.data;
  if (unlicensed.some((beginning) => path.startsWith(beginning))) return licenceMissing(access);
  const found = resolve(caller.tenant.data, version, path);
  if (found === undefined || found === null) return notFound(path.split('/').at(-1) ?? '');
  try {
    if (isList(found)) return collection(found.filter(isObject), call, request, caller);
  } catch (error) {
    if (error instanceof UnsupportedQuery) return graphError(400, 'Request_UnsupportedQuery', error.message);
    throw error;
  }
  const context = `${request.base}/${version}/$metadata#${path.slice(1)}/$entity`;
  return json(200, {
    '@odata.context': context,
    ...(isObject(found) ? shaped(found, path, shapeOf(request.query)) : { value: found }),
  });
}
