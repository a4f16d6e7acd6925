import type { Audience } from './clouds.ts';

/** Where calls into tenants go. Without any door set: to Microsoft. */
export interface M365Doors {
  /** Base address of each surface, without a trailing slash. `undefined`: Microsoft's own; `null`: closed. */
  readonly login?: string | null;
  readonly graph?: string | null;
  readonly exchange?: string | null;
  readonly purview?: string | null;
  readonly sharepoint?: string | null;
  readonly teams?: string | null;
  /** Name servers as `host:port`; `undefined`: those of this machine; `null`: closed. */
  readonly dnsServers?: readonly string[] | null;
}

const NAMES: Record<Audience | 'login', string> = {
  login: 'SCAN_LOGIN_ENDPOINT_URL',
  graph: 'SCAN_GRAPH_ENDPOINT_URL',
  exchange: 'SCAN_EXCHANGE_ENDPOINT_URL',
  purview: 'SCAN_PURVIEW_ENDPOINT_URL',
  sharepoint: 'SCAN_SHAREPOINT_ENDPOINT_URL',
  teams: 'SCAN_TEAMS_ENDPOINT_URL',
};
const DNS = 'SCAN_DNS_SERVERS';
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?|0\.0\.0\.0)$/i;

type Env = Readonly<Record<string, string | undefined>>;

function refuseLoopback(env: Env, name: string, host: string): void {
  if (env['NODE_ENV'] === 'production' && LOOPBACK.test(host)) {
    throw new Error(`${name} points at this machine, which is refused in production: unset it.`);
  }
}

function address(env: Env, name: string): string | null {
  const text = env[name] ?? '';
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  // Plain http would show tokens on the wire, and the clients send none there anyway.
  if (url?.protocol !== 'https:') throw new Error(`${name} is not an https URL.`);
  refuseLoopback(env, name, url.hostname);
  return text.replace(/\/+$/, '');
}

function nameServers(env: Env): string[] | null {
  const servers = (env[DNS] ?? '').split(',').map((server) => server.trim());
  const named = servers.filter((server) => server !== '');
  for (const server of named) {
    const host = /^(\[[0-9a-f:.]+\]|[^:\s]+)(?::\d{1,5})?$/i.exec(server)?.[1];
    if (host === undefined) throw new Error(`${DNS} is not a list of host:port, with commas between.`);
    refuseLoopback(env, DNS, host);
  }
  return named.length === 0 ? null : named;
}

/**
 * Reads the test doors from the environment. As soon as one is set, the surfaces without one are closed: nothing may
 * reach the internet from a test. Throws when a door is no https URL, or points at this machine in production.
 */
export function m365Doors(env: Env = process.env): M365Doors {
  const doors = {
    login: address(env, NAMES.login),
    graph: address(env, NAMES.graph),
    exchange: address(env, NAMES.exchange),
    purview: address(env, NAMES.purview),
    sharepoint: address(env, NAMES.sharepoint),
    teams: address(env, NAMES.teams),
    dnsServers: nameServers(env),
  };
  return Object.values(doors).every((door) => door === null) ? {} : doors;
}
