import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverCertificate } from './tenant/certificate.ts';
import { controlled } from './tenant/control.ts';
import { CallCounter, type Calls } from './tenant/counts.ts';
import { directoryOf, type AppCredentials, type DirectoryTenant, type TenantMaker } from './tenant/directory.ts';
import { answerFrom, struckDns } from './tenant/dns/answer.ts';
import { startNameServer, type Ask, type NameServer } from './tenant/dns/server.ts';
import { SHARED_ZONE } from './tenant/dns/shared-zone.ts';
import { Faults, type Fault } from './tenant/faults.ts';
import { batching, guarded } from './tenant/handle.ts';
import { messyTenant } from './tenant/messy.ts';
import { plainTenant } from './tenant/plain.ts';
import { SURFACES, type AppName, type Surface } from './tenant/model.ts';
import { startHttps, type HttpsServer } from './tenant/server.ts';
import { servicesOf } from './tenant/services.ts';
import { tidyTenant } from './tenant/tidy.ts';

export type { Calls } from './tenant/counts.ts';
export type { AppCredentials } from './tenant/directory.ts';
export type { Effect, Fault } from './tenant/faults.ts';

/** A tenant as a customer would hand it in; the credentials on top are those of the app with the base permissions. */
export interface DemoTenant extends AppCredentials {
  readonly tenantId: string;
  readonly name: string;
  readonly defaultDomain: string;
  /**
   * All app registrations: `base` (the six permissions), `full` (all optional reading ones too), `writer` (one that can
   * write), `few` (one of the six missing), `expired` (its secret is), `blocked` (by Conditional Access).
   */
  readonly apps: Readonly<Record<AppName, AppCredentials>>;
}

export interface DemoTenants {
  /** The test doors and NODE_EXTRA_CA_CERTS, for the environment of a child process. */
  readonly env: Readonly<Record<string, string>>;
  /** The authority to trust (PEM), for a client in this process. */
  readonly authority: string;
  readonly messy: DemoTenant;
  readonly tidy: DemoTenant;
  /** Small and without any paid licence: security defaults are on, much does not exist. */
  readonly plain: DemoTenant;
  /** Puts these faults in force instead of the ones before; none: all is well again. */
  setFaults(faults: readonly Fault[]): void;
  /** What was asked of all services, DNS included, since the start or the last clearing. */
  calls(): Calls;
  clearCalls(): void;
  stop(): Promise<void>;
}

export interface DemoTenantsOptions {
  /** Address to listen on. */
  readonly host?: string;
  /** Host name that clients use, when it is not the address. */
  readonly name?: string;
  /** Fixed ports; absent: free ones. */
  readonly ports?: Readonly<Partial<Record<Surface | 'dns', number>>>;
  /** Where the authority's certificate is written; absent: a temporary folder. */
  readonly authorityFile?: string;
}

function handedIn({ data, apps }: DirectoryTenant): DemoTenant {
  const credentials = Object.fromEntries(Object.entries(apps).map(([name, app]) => [name, app.credentials]));
  const { tenantId, displayName: name, defaultDomain } = data;
  return { tenantId, name, defaultDomain, ...apps.base.credentials, apps: credentials as DemoTenant['apps'] };
}

/** Answers DNS from what all tenants publish. */
function nameService(tenants: readonly DirectoryTenant[], faults: Faults, counter: CallCounter): Ask {
  return async (type, name) => {
    const seen = { surface: 'dns', tenantId: null, call: `${type} ${name.toLowerCase()}`, permissions: [] } as const;
    const ended = counter.began(seen);
    try {
      const struck = await faults.strike(seen);
      const zone = Object.assign({}, SHARED_ZONE, ...tenants.map(({ data }) => data.zone));
      return (struck === null ? null : struckDns(struck.effect)) ?? answerFrom(zone, type, name);
    } finally {
      ended(0);
    }
  };
}

/**
 * Starts the demo's Microsoft 365 tenants on loopback: login, Graph, Exchange, Purview, SharePoint and Teams over
 * https with a certificate made here, and a name server. They answer what Microsoft documents, from plain data.
 */
export async function startDemoTenants(options: DemoTenantsOptions = {}): Promise<DemoTenants> {
  const { host = '127.0.0.1', name = host, ports = {} } = options;
  const makers: readonly TenantMaker[] = [messyTenant, tidyTenant, plainTenant];
  const [directory, pair] = await Promise.all([
    directoryOf(makers),
    serverCertificate([...new Set([name, host, 'localhost'])]),
  ]);
  const faults = new Faults();
  const counter = new CallCounter();
  const folder = options.authorityFile === undefined ? await mkdtemp(join(tmpdir(), 'demo-tenants-')) : null;
  const authorityFile = options.authorityFile ?? join(folder ?? '', 'authority.pem');
  await writeFile(authorityFile, pair.authority);

  const services = servicesOf(directory);
  const started: (HttpsServer | NameServer)[] = [];
  const env: Record<string, string> = { NODE_EXTRA_CA_CERTS: authorityFile };
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.stop()));
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const surface of SURFACES) {
      const one = guarded(services[surface], faults, counter);
      const handle = surface === 'graph' ? batching(one) : surface === 'login' ? controlled(one, faults, counter) : one;
      const server = await startHttps(handle, { pair, host, port: ports[surface] ?? 0, name });
      started.push(server);
      env[`SCAN_${surface.toUpperCase()}_ENDPOINT_URL`] = server.url;
    }
    const dns = await startNameServer(nameService(directory.tenants, faults, counter), {
      host,
      port: ports.dns ?? 0,
      name,
    });
    started.push(dns);
    env['SCAN_DNS_SERVERS'] = dns.address;
  } catch (error) {
    await stop();
    throw error;
  }
  const [messy, tidy, plain] = directory.tenants.map(handedIn) as [DemoTenant, DemoTenant, DemoTenant];
  return {
    env,
    authority: pair.authority,
    messy,
    tidy,
    plain,
    setFaults: (wished) => faults.set(wished),
    calls: () => counter.read(),
    clearCalls: () => counter.clear(),
    stop,
  };
}
