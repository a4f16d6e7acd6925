import type { M365App } from '../credentials.ts';
import { AccessRefused, AccessUnavailable } from '../refused.ts';
import type { Audience, M365Cloud } from './clouds.ts';
import type { M365Doors } from './doors.ts';
import { endpointsOf, loginEndpoint, scopeOf } from './endpoints.ts';
import { organization, type Organization } from './organization.ts';
import { audienceOf, satisfies, writing } from './permissions.ts';
import { signIn, type TokenSource } from './sign-in.ts';
import { claimsOf, type Claims } from './token.ts';

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

function closed(what: string): AccessRefused {
  return new AccessRefused('surface-closed', `${what} is closed by the test doors of this service: set its door too.`);
}

function claimed(token: string, tenantId: string): Claims {
  const claims = claimsOf(token);
  if (!claims) throw new AccessUnavailable('Microsoft gave a token in a form that we do not know.');
  if (claims.tenantId === tenantId) return claims;
  throw new AccessRefused('account-mismatch', `The token belongs to tenant ${claims.tenantId}, not to ${tenantId}.`);
}

/** Who the tenant is, as far as the token may ask: a refused call would only raise the customer's alarm. */
async function identity(graph: string, token: string, claims: Claims): Promise<Organization | null> {
  if (!satisfies(claims.roles, 'Organization.Read.All')) return null;
  const found = await organization(graph, token);
  if (found === null || found.id === claims.tenantId) return found;
  throw new AccessRefused(
    'account-mismatch',
    `Microsoft Graph answers for tenant ${found.id}, not ${claims.tenantId}.`,
  );
}

/** Permissions in the token of a further audience; none where Microsoft gives no such token. */
async function rolesOf(token: () => Promise<string>, tenantId: string): Promise<readonly string[]> {
  try {
    return claimed(await token(), tenantId).roles;
  } catch (error) {
    if (error instanceof AccessRefused) return [];
    throw error;
  }
}

function tokensOf(tokens: TokenSource, cloud: M365Cloud, initialDomain: string | null): M365Target['tokenFor'] {
  return (audience) => {
    const scope = scopeOf(audience, cloud, initialDomain);
    if (scope !== null) return tokens(scope);
    return Promise.reject(new AccessRefused('access-refused', `The host of ${audience} of this tenant is not known.`));
  };
}

/**
 * Opens a tenant with an app registration: a token of Graph, the permissions in it, and whose tenant it is
 * (GET /v1.0/organization). Throws `AccessRefused` with what to do, or `AccessUnavailable` when nobody could answer.
 */
export async function openM365Target(credentials: M365App, options: OpenM365Options): Promise<M365Target> {
  const { cloud, doors, rights = [] } = options;
  const tenantId = credentials.tenantId.toLowerCase();
  const login = loginEndpoint(cloud, doors);
  if (login === null) throw closed('The sign-in');
  const { graph } = endpointsOf(cloud, doors, null);
  if (graph === null) throw closed('Microsoft Graph');

  const tokens = signIn({ ...credentials, tenantId }, cloud, login);
  const token = await tokensOf(tokens, cloud, null)('graph');
  const claims = claimed(token, tenantId);
  const found = await identity(graph, token, claims);
  const initialDomain = found?.initialDomain ?? null;
  const tokenFor = tokensOf(tokens, cloud, initialDomain);

  const further = [...new Set(rights.map(audienceOf))].filter((audience) => audience !== 'graph');
  const held = new Map<Audience, readonly string[]>([['graph', claims.roles]]);
  await Promise.all(
    further.map(async (audience) => held.set(audience, await rolesOf(() => tokenFor(audience), tenantId))),
  );
  return {
    tenantId,
    clientId: credentials.clientId.toLowerCase(),
    cloud,
    name: found?.name ?? null,
    defaultDomain: found?.defaultDomain ?? null,
    endpoints: endpointsOf(cloud, doors, initialDomain),
    dnsServers: doors.dnsServers,
    roles: claims.roles,
    canWrite: writing([...new Set([...held.values()].flat())]),
    tokenFor,
    holds: (permission) => satisfies(held.get(audienceOf(permission)) ?? [], permission),
  };
}
