/** Microsoft's clouds, as the request's `cloud` names them. The worldwide one also serves GCC. */
export type M365Cloud = 'global' | 'usgov' | 'usgovdod' | 'china';

/** The surfaces of a tenant that an app reads over HTTPS; each takes tokens of its own. */
export type Audience = 'graph' | 'exchange' | 'purview' | 'sharepoint' | 'teams';

interface CloudHosts {
  readonly login: string;
  readonly graph: string;
  readonly exchange: string;
  readonly purview: string;
  /** What follows the tenant's own name in its hosts: `contoso-admin.sharepoint.com`. */
  readonly sharepointSuffix: string;
  /** `null` where the cloud offers no such interface that we know of. */
  readonly teams: string | null;
  /** Domain under which a tenant's first domain is made: `contoso.onmicrosoft.com`. */
  readonly initialDomain: string;
}

/** Hosts by cloud: https://learn.microsoft.com/graph/deployments and the Exchange Online PowerShell environments. */
const HOSTS: Record<M365Cloud, CloudHosts> = {
  global: {
    login: 'login.microsoftonline.com',
    graph: 'graph.microsoft.com',
    exchange: 'outlook.office365.com',
    purview: 'ps.compliance.protection.outlook.com',
    sharepointSuffix: 'sharepoint.com',
    teams: 'api.interfaces.records.teams.microsoft.com',
    initialDomain: 'onmicrosoft.com',
  },
  usgov: {
    login: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
    exchange: 'outlook.office365.us',
    purview: 'ps.compliance.protection.office365.us',
    sharepointSuffix: 'sharepoint.us',
    teams: null,
    initialDomain: 'onmicrosoft.us',
  },
  usgovdod: {
    login: 'login.microsoftonline.us',
    graph: 'dod-graph.microsoft.us',
    exchange: 'outlook-dod.office365.us',
    purview: 'l5.ps.compliance.protection.office365.us',
    sharepointSuffix: 'sharepoint-mil.us',
    teams: null,
    initialDomain: 'onmicrosoft.us',
  },
  china: {
    login: 'login.chinacloudapi.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    exchange: 'partner.outlook.cn',
    purview: 'ps.compliance.protection.partner.outlook.cn',
    sharepointSuffix: 'sharepoint.cn',
    teams: null,
    initialDomain: 'partner.onmschina.cn',
  },
};

export const M365_CLOUDS = Object.keys(HOSTS) as readonly M365Cloud[];

export const isM365Cloud = (cloud: string): cloud is M365Cloud => Object.hasOwn(HOSTS, cloud);

export const cloudHosts = (cloud: M365Cloud): CloudHosts => HOSTS[cloud];
