import type { Surface } from '../model.ts';

/** A service that access tokens are made for. */
export type Audience = Exclude<Surface, 'login'>;

const TEAMS = '48ac35b8-9aa8-4d74-927d-1f4a14a0b239';
const GLOBAL: Readonly<Record<string, Audience>> = {
  'https://graph.microsoft.com': 'graph',
  'https://outlook.office365.com': 'exchange',
  'https://ps.compliance.protection.outlook.com': 'purview',
  [TEAMS]: 'teams',
};
/** Services of Microsoft's other clouds: a tenant of the worldwide one gets no token for them. */
const ELSEWHERE =
  /\.(microsoft\.us|office365\.us|chinacloudapi\.cn|outlook\.cn|sharepoint\.us|sharepoint-mil\.us|sharepoint\.cn)$/;

export type AudienceOf =
  { readonly audience: Audience; readonly resource: string } | 'other-cloud' | 'unknown' | 'no-default';

/** Which service a scope is for. An app asks for everything it was granted, so the scope ends in `/.default`. */
export function audienceOf(scope: string): AudienceOf {
  const wanted = scope.split(' ').find((word) => !['openid', 'profile', 'offline_access'].includes(word)) ?? '';
  if (!wanted.endsWith('/.default')) return 'no-default';
  const resource = wanted.slice(0, -'/.default'.length).replace(/\/$/, '');
  const audience = GLOBAL[resource];
  if (audience !== undefined) return { audience, resource };
  if (/^https:\/\/[a-z0-9-]+-admin\.sharepoint\.com$/.test(resource)) return { audience: 'sharepoint', resource };
  return ELSEWHERE.test(resource) ? 'other-cloud' : 'unknown';
}
