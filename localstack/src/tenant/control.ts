import type { CallCounter } from './counts.ts';
import type { Fault, Faults } from './faults.ts';
import type { Handle } from './handle.ts';
import { json } from './http.ts';

/**
 * The private paths by which a test in another process talks to the demo tenants, on the login host:
 * PUT, DELETE /_tenant/faults · GET, DELETE /_tenant/calls
 */
export function controlled(next: Handle, faults: Faults, counter: CallCounter): Handle {
  return async (request) => {
    switch (`${request.method} ${request.path}`) {
      case 'PUT /_tenant/faults':
        faults.set(JSON.parse(request.body) as Fault[]);
        return json(200, {});
      case 'DELETE /_tenant/faults':
        faults.set([]);
        return json(200, {});
      case 'GET /_tenant/calls':
        return json(200, JSON.parse(JSON.stringify(counter.read())) as {});
      case 'DELETE /_tenant/calls':
        counter.clear();
        return json(200, {});
      default:
        return next(request);
    }
  };
}
