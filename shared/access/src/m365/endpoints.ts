import { cloudHosts, type Audience, type M365Cloud } from './clouds.ts';
import type { M365Doors } from './doors.ts';

/** The admin host of a tenant's SharePoint, `null` while the tenant's first domain is not known. */
function sharepointHost(cloud: M365Cloud, initialDomain: string | null): string | null {
  const { sharepointSuffix, initialDomain: under } = cloudHosts(cloud);
  if (!initialDomain?.toLowerCase().endsWith(`.${under}`)) return null;
  const tenant = initialDomain.slice(0, -under.length - 1);
  return /^[a-z0-9-]+$/i.test(tenant) ? `${tenant}-admin.${sharepointSuffix}` : null;
}

/** Where one surface is asked: through its door, else at Microsoft; `null` where it is closed or there is none. */
const through = (door: string | null | undefined, host: string | null): string | null =>
  door === undefined ? host && `https://${host}` : door;

/** Base addresses of all surfaces. `initialDomain` is the tenant's first one, such as `contoso.onmicrosoft.com`. */
export function endpointsOf(
  cloud: M365Cloud,
  doors: M365Doors,
  initialDomain: string | null,
): Record<Audience, string | null> {
  const hosts = cloudHosts(cloud);
  return {
    graph: through(doors.graph, hosts.graph),
    exchange: through(doors.exchange, hosts.exchange),
    purview: through(doors.purview, hosts.purview),
    sharepoint: through(doors.sharepoint, sharepointHost(cloud, initialDomain)),
    teams: through(doors.teams, hosts.teams),
  };
}

/** Where apps sign in, `null` where that is closed. */
export const loginEndpoint = (cloud: M365Cloud, doors: M365Doors): string | null =>
  through(doors.login, cloudHosts(cloud).login);

/** Application id of the Teams administration, the same in every cloud. */
const TEAMS = '48ac35b8-9aa8-4d74-927d-1f4a14a0b239';

/** The scope of a token: always the cloud's real resource, also where calls go through a door. */
export function scopeOf(audience: Audience, cloud: M365Cloud, initialDomain: string | null): string | null {
  if (audience === 'teams') return `${TEAMS}/.default`;
  const host = audience === 'sharepoint' ? sharepointHost(cloud, initialDomain) : cloudHosts(cloud)[audience];
  return host && `https://${host}/.default`;
}
