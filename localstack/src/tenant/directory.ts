import { randomBytes, randomUUID } from 'node:crypto';
import { clientCertificate, type Pair } from './certificate.ts';
import type { AppName, AppRegistration, TenantData } from './model.ts';

/** What an administrator has in hand for an app registration: never kept anywhere but in this process. */
export interface AppCredentials {
  readonly clientId: string;
  /** The value of its secret, shown once when it was made. */
  readonly clientSecret: string;
  /** The id of that secret, which is often pasted in its place. */
  readonly secretId: string;
  /** PEM: certificate and private key in one. */
  readonly clientCertificate: string;
}

/** A registered app with what proves its identity. */
export interface RegisteredApp extends AppRegistration {
  readonly credentials: AppCredentials;
  /** PEM of the certificate that was uploaded for it. */
  readonly certificate: string;
}

/** Makes a tenant's content as of a moment, so that "two days ago" stays two days ago. */
export type TenantMaker = (now: Date) => TenantData;

const FRESH_MS = 3_600_000;

/** Secret values as Microsoft makes them: 40 characters, a tilde and dots among them. */
const secretValue = (): string =>
  `${randomBytes(2).toString('hex').slice(0, 3)}8Q~${randomBytes(25).toString('base64url').slice(0, 33)}`;

function registered(app: AppRegistration, { key, certificate }: Pair): RegisteredApp {
  const credentials = {
    clientId: app.clientId,
    clientSecret: secretValue(),
    secretId: randomUUID(),
    clientCertificate: `${certificate.trim()}\n${key.trim()}\n`,
  };
  return { ...app, credentials, certificate };
}

/** A tenant with its registered apps; its content is made anew when it has grown old. */
export class DirectoryTenant {
  readonly apps: Readonly<Record<AppName, RegisteredApp>>;
  readonly #make: TenantMaker;
  #data: TenantData;
  #made: number;

  constructor(make: TenantMaker, pair: Pair) {
    this.#make = make;
    this.#made = Date.now();
    this.#data = make(new Date(this.#made));
    const entries = Object.entries(this.#data.apps).map(([name, app]) => [name, registered(app, pair)] as const);
    this.apps = Object.fromEntries(entries) as Record<AppName, RegisteredApp>;
  }

  get data(): TenantData {
    const now = Date.now();
    if (now - this.#made > FRESH_MS) {
      this.#made = now;
      this.#data = this.#make(new Date(now));
    }
    return this.#data;
  }

  app(clientId: string): RegisteredApp | undefined {
    return Object.values(this.apps).find((app) => app.clientId === clientId.toLowerCase());
  }
}

/** All tenants, found by id or by one of their domains, as the login host finds them. */
export class Directory {
  readonly tenants: readonly DirectoryTenant[];
  constructor(tenants: readonly DirectoryTenant[]) {
    this.tenants = tenants;
  }

  find(name: string): DirectoryTenant | undefined {
    const wanted = name.toLowerCase();
    return this.tenants.find(({ data }) => [data.tenantId, data.initialDomain, data.defaultDomain].includes(wanted));
  }
}

/** The tenants with fresh secrets, all apps with one certificate. */
export async function directoryOf(makers: readonly TenantMaker[]): Promise<Directory> {
  const pair = await clientCertificate();
  return new Directory(makers.map((make) => new DirectoryTenant(make, pair)));
}
