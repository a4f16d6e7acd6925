/** Microsoft's clouds, as the request's `cloud` names them. */
export type M365Cloud = 'global' | 'usgov' | 'usgovdod' | 'china';

/** The surfaces of a tenant that facts read from. */
export type Surface = 'graph' | 'exchange' | 'purview' | 'sharepoint' | 'teams' | 'dns';

/** A JSON interface that is only read: Graph, SharePoint's and Teams' administration. */
export interface RestDoor {
  /**
   * The parsed body of one GET. `url` is a path with its version (`/v1.0/domains`) or a next link, verbatim.
   * Throws RequestFailed for everything that is not a JSON body with a status of 2xx.
   */
  readonly get: (url: string) => Promise<unknown>;
}

/** Cmdlets that only read. The audit log is the one thing that is searched instead of got. */
export type ReadingCmdlet = `Get-${string}` | 'Search-UnifiedAuditLog';

/** One reading cmdlet: through InvokeCommand, or through an endpoint of the documented Exchange Admin API. */
export interface Command {
  readonly endpoint: string | null;
  readonly cmdlet: ReadingCmdlet;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
}

/** Exchange Online or Purview: cmdlets over HTTPS. */
export interface CommandDoor {
  /** The parsed body of one page of a cmdlet's answer; `next` is the link the page before gave. Throws RequestFailed. */
  readonly run: (command: Command, next: string | null) => Promise<unknown>;
}

/** What each kind of DNS record is answered as. A TXT record is its chunks, in order. */
export interface DnsRecords {
  readonly TXT: readonly string[];
  readonly MX: { readonly exchange: string; readonly priority: number };
  readonly CNAME: string;
}
/** Public DNS. */
export interface DnsDoor {
  /** All records of a kind at a name. Throws Node's DNS errors: `ENOTFOUND`, `ENODATA`, `ESERVFAIL`, `ETIMEOUT` … */
  readonly query: <K extends keyof DnsRecords>(kind: K, name: string) => Promise<readonly DnsRecords[K][]>;
}

/** An opened tenant: what the facts read from. */
export interface Tenant {
  readonly tenantId: string;
  readonly cloud: M365Cloud;
  readonly defaultDomain: string | null;
  readonly graph: RestDoor;
  readonly sharepoint: RestDoor;
  readonly teams: RestDoor;
  readonly exchange: CommandDoor;
  readonly purview: CommandDoor;
  readonly dns: DnsDoor;
}
