import type { M365Target } from '@cis-scan/access/m365';
import { connect, type Asked, type Connection } from '../connect.ts';
import { BRISK } from '../pace.ts';
import { standIn, type StandIn } from './stand-in.ts';

export const TENANT = '3f0c8c1e-5d0b-4a55-9a3b-6b6f1f6f0a11';
/** Soon out of patience with a hanging host; pauses are only noted. */
const PACE = { ...BRISK, attemptMs: 300, callMs: 60_000 };

/** An opened tenant whose surfaces are all one host, and what its doors did. */
export interface Connected {
  readonly host: StandIn;
  readonly asked: Asked[];
  readonly waits: number[];
  target(more?: Partial<M365Target>): M365Target;
  /** Uses a connection of its own; what was noted before is forgotten. */
  use<T>(work: (tenant: Connection) => Promise<T>, more?: Partial<M365Target>, signal?: AbortSignal): Promise<T>;
  /** What Graph's door gives, or throws. */
  graph(url: string, more?: Partial<M365Target>): Promise<unknown>;
}

export async function connected(): Promise<Connected> {
  const host = await standIn();
  const { url } = host;
  const asked: Asked[] = [];
  const waits: number[] = [];
  const target: Connected['target'] = (more = {}) => ({
    tenantId: TENANT,
    clientId: 'c',
    cloud: 'global',
    name: null,
    defaultDomain: null,
    endpoints: { graph: url, exchange: url, purview: url, sharepoint: url, teams: null },
    dnsServers: null,
    roles: [],
    canWrite: [],
    tokenFor: async (audience) => `token-of-${audience}`,
    holds: () => true,
    ...more,
  });
  const use: Connected['use'] = async (work, more, signal) => {
    asked.length = 0;
    waits.length = 0;
    const tenant = connect({
      target: target(more),
      pace: PACE,
      signal,
      onAsked: (one) => asked.push(one),
      wait: async (ms) => void waits.push(ms),
    });
    try {
      return await work(tenant);
    } finally {
      tenant.close();
    }
  };
  const graph: Connected['graph'] = (path, more) =>
    use((tenant) => tenant.graph.get(path), more).catch((error: unknown) => error);
  return { host, asked, waits, target, use, graph };
}
