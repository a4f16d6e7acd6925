import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { RequestFailed } from '../request-failed.ts';
import type { DnsDoor, DnsRecords } from '../tenant.ts';
import type { Ask } from './asking.ts';

/** Milliseconds of silence after which a name server is asked again, and how often in all. */
const SILENCE = { timeout: 3_000, tries: 2 };

export interface DnsDoorOptions {
  /** Name servers as `host:port`; `undefined`: those of this machine; `null`: closed. */
  readonly servers: readonly string[] | null | undefined;
  readonly ask: Ask;
  readonly silence?: { readonly timeout: number; readonly tries: number } | undefined;
}

/** `close` ends all questions under way. */
export interface OpenDnsDoor extends DnsDoor {
  readonly close: () => void;
}

/** The resolver takes addresses only; a name server may be given by name (a container's). */
async function addressed(server: string): Promise<string> {
  const [, host = '', port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(server) ?? [];
  if (isIP(host.replace(/^\[|\]$/g, '')) > 0) return server;
  const { address, family } = await lookup(host, { order: 'ipv4first' });
  const bare = family === 6 ? `[${address}]` : address;
  return port === undefined ? bare : `${bare}:${port}`;
}

/** Public DNS through Node's own resolver, past this machine's hosts file. */
export function dnsDoor({ servers, ask, silence = SILENCE }: DnsDoorOptions): OpenDnsDoor {
  const resolver = new Resolver(silence);
  let ready: Promise<void> | undefined;
  const prepared = (): Promise<void> =>
    (ready ??= (async () => {
      if (servers) resolver.setServers(await Promise.all(servers.map(addressed)));
    })());
  const kinds: { readonly [K in keyof DnsRecords]: (name: string) => Promise<readonly DnsRecords[K][]> } = {
    TXT: (name) => resolver.resolveTxt(name),
    MX: (name) => resolver.resolveMx(name),
    CNAME: (name) => resolver.resolveCname(name),
  };
  return {
    query: async (kind, name) => {
      if (servers === null) throw new RequestFailed('closed', 'DNS is closed by the test doors of this service');
      const ascii = domainToASCII(name) || name;
      return ask(`${kind} ${ascii}`, async () => {
        await prepared();
        return kinds[kind](ascii);
      });
    },
    close: () => resolver.cancel(),
  };
}
