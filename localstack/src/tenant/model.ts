import type { Json, JsonObject } from './json.ts';

/** The services of a tenant that answer over HTTPS, each under a host of its own. */
export type Surface = 'login' | 'graph' | 'exchange' | 'purview' | 'sharepoint' | 'teams';
export const SURFACES: readonly Surface[] = ['login', 'graph', 'exchange', 'purview', 'sharepoint', 'teams'];

/** What a name says in public DNS; a name that is not in the zone does not exist (NXDOMAIN). */
export interface NameRecords {
  /** Each record as its chunks of at most 255 characters. */
  readonly TXT?: readonly (readonly string[])[];
  readonly CNAME?: string;
  readonly MX?: readonly { readonly exchange: string; readonly preference: number }[];
  /** The name server is broken (`servfail`), refuses (`refused`) or says nothing (`silent`). */
  readonly trouble?: 'servfail' | 'refused' | 'silent';
}
export type Zone = Readonly<Record<string, NameRecords>>;

/** An app registration of the tenant, as its administrator made it. */
export interface AppRegistration {
  readonly clientId: string;
  /** Id of the service principal. */
  readonly objectId: string;
  readonly displayName: string;
  /** Application permissions with admin consent, by the service that owns them. */
  readonly roles: { readonly graph: readonly string[]; readonly exchange: readonly string[] } & {
    readonly [K in 'sharepoint' | 'teams']?: readonly string[];
  };
  /** Whether the service principal is a Global Reader: Exchange, Purview and Teams ask for it beside the permission. */
  readonly globalReader: boolean;
  /** What is wrong with it; absent: nothing. */
  readonly trouble?: 'secret-expired' | 'blocked-by-conditional-access';
}

/** The names under which a tenant's app registrations are handed to tests. */
export type AppName = 'base' | 'full' | 'writer' | 'few' | 'expired' | 'blocked';

/** A tenant as plain data: what each service would answer. Ages count back from the moment it was made. */
export interface TenantData {
  readonly tenantId: string;
  readonly displayName: string;
  /** The domain that Microsoft gave (`….onmicrosoft.com`). */
  readonly initialDomain: string;
  readonly defaultDomain: string;
  readonly apps: Readonly<Record<AppName, AppRegistration>>;
  /** By path below the version (`/domains`): a list is a collection. `beta:/organization` holds for beta alone. */
  readonly graph: Readonly<Record<string, Json>>;
  /** What each cmdlet of Exchange Online lists. */
  readonly cmdlets: Readonly<Record<string, readonly JsonObject[]>>;
  /** What each cmdlet of Purview lists. */
  readonly compliance: Readonly<Record<string, readonly JsonObject[]>>;
  readonly sharePoint: JsonObject;
  /** Teams' configurations by type; a list has one entry per instance. */
  readonly teams: Readonly<Record<string, readonly JsonObject[]>>;
  readonly zone: Zone;
  /** Beginnings of Graph's paths that the tenant has no licence for. */
  readonly unlicensed: readonly string[];
  readonly paging: {
    /** The most elements on a page, whatever `$top` asks for. */
    readonly size: number;
    /** Graph collections whose first page is empty and still has a next one. */
    readonly emptyFirst: readonly string[];
  };
}
