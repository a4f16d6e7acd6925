import type { Directory } from '../directory.ts';
import type { Struck } from '../faults.ts';
import type { Answer } from '../http.ts';
import { callerOf } from '../login/bearer.ts';
import type { SigningKey } from '../login/jwt.ts';
import type { Service } from '../service.ts';
import type { PathAccess } from './access.ts';
import { graphError, licenceMissing, noCaller, noSegment, notFound, permissionMissing, throttled } from './error.ts';
import { graphCall, readGraph } from './read.ts';

const PLAIN: PathAccess = { least: [], instead: [], wording: 'directory', betaOnly: false };

function struckGraph({ effect, retryAfterS }: Struck, path: string, access: PathAccess): Answer | null {
  const last = path.split('/').at(-1) ?? '';
  switch (effect) {
    case 'denied':
      return permissionMissing(access);
    case 'unlicensed':
      return licenceMissing(access);
    case 'no-segment':
      return noSegment(last);
    case 'not-found':
      return notFound(last);
    case 'throttled':
      return throttled(retryAfterS);
    case 'expired':
      return noCaller('expired');
    case 'internal':
      return graphError(500, 'InternalServerError', 'The server has encountered an internal error.');
    case 'unavailable': {
      const headers = retryAfterS === null ? {} : { 'retry-after': String(retryAfterS) };
      return graphError(503, 'ServiceUnavailable', 'The service is temporarily unavailable.', headers);
    }
    case 'gateway-timeout':
      return graphError(504, 'GatewayTimeout', 'The request timed out.');
    default:
      return null;
  }
}

/** Microsoft Graph, v1.0 and beta: reading alone. */
export function graph(directory: Directory, key: SigningKey): Service {
  return (request) => {
    const caller = callerOf(request, 'graph', directory, key);
    const call = graphCall(request);
    const { access = PLAIN, path, version } = call;
    const tenantId = typeof caller === 'string' ? null : caller.tenant.data.tenantId;
    return {
      seen: { surface: 'graph', tenantId, call: `${request.method} /${version}${path}`, permissions: access.least },
      answer: () => (typeof caller === 'string' ? noCaller(caller) : readGraph(call, request, caller)),
      struck: (struck) => struckGraph(struck, path, access),
    };
  };
}
