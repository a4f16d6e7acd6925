import type { M365Target } from '@cis-scan/access/m365';
import { asking, type AskingOptions } from './doors/asking.ts';
import { commandDoor } from './doors/commands.ts';
import { dnsDoor } from './doors/dns.ts';
import { graphDoor } from './doors/graph.ts';
import { restDoor } from './doors/rest.ts';
import type { Surface, Tenant } from './tenant.ts';

export type { Asked } from './doors/asking.ts';

export interface ConnectOptions extends AskingOptions {
  readonly target: M365Target;
}

/** A tenant whose doors are open. `close` ends what is still under way. */
export interface Connection extends Tenant {
  readonly close: () => void;
}

/** The one way to a tenant's surfaces: tokens, limits, retries and time limits are behind the doors of `Tenant`. */
export function connect({ target, ...options }: ConnectOptions): Connection {
  const { tenantId, cloud, defaultDomain, endpoints } = target;
  const closing = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal;
  const way = <S extends Exclude<Surface, 'dns'>>(surface: S) => ({
    base: endpoints[surface],
    token: () => target.tokenFor(surface),
    ask: asking(surface, { ...options, signal }),
  });
  const dns = dnsDoor({ servers: target.dnsServers, ask: asking('dns', { ...options, signal }) });
  return {
    tenantId,
    cloud,
    defaultDomain,
    graph: graphDoor(way('graph')),
    sharepoint: restDoor(way('sharepoint'), 'application/json;odata=verbose'),
    teams: restDoor(way('teams')),
    exchange: commandDoor(tenantId, way('exchange')),
    purview: commandDoor(tenantId, way('purview')),
    dns,
    close: () => {
      closing.abort(new Error('the tenant was let go of'));
      dns.close();
    },
  };
}
