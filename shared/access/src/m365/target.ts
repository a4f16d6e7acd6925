import type { M365App } from '../credentials.ts';
import type { Audience, M365Cloud } from './clouds.ts';
import type { M365Doors } from './doors.ts';

export interface OpenM365Options {
  readonly cloud: M365Cloud;
  readonly doors: M365Doors;
  /**
   * Permissions that the asked benchmarks can make use of. A token of another audience than Graph is asked for only when
   * one of its permissions is among them. Default: none.
   */
  readonly rights?: readonly string[];
}

/** An opened tenant. */
export interface M365Target {
  readonly tenantId: string;
  readonly clientId: string;
  readonly cloud: M365Cloud;
  /** Display name and domains; `null` where they could not be read. */
  readonly name: string | null;
  readonly defaultDomain: string | null;
  /** Base address of each surface, without a trailing slash; `null` where it is closed or the cloud has none. */
  readonly endpoints: Readonly<Record<Audience, string | null>>;
  /** Name servers as `host:port`; `undefined`: those of this machine; `null`: closed. */
  readonly dnsServers: readonly string[] | null | undefined;
  /** Application permissions in the token of Graph. */
  readonly roles: readonly string[];
  /** Permissions held that can change something. */
  readonly canWrite: readonly string[];
  /** A token of an audience, from memory while it is good. Throws AccessRefused or AccessUnavailable. */
  tokenFor(audience: Audience): Promise<string>;
  /** Whether a permission is held, itself or in a wider one. */
  holds(permission: string): boolean;
}

/**
 * Opens a tenant with an app registration: a token of Graph, the permissions in it, and whose tenant it is
 * (GET /v1.0/organization). Throws `AccessRefused` with what to do, or `AccessUnavailable` when nobody could answer.
 */
export function openM365Target(credentials: M365App, options: OpenM365Options): Promise<M365Target> {
  return Promise.reject(new Error(`not there yet: ${credentials.tenantId} ${options.cloud}`));
}
