import type { Audience } from './clouds.ts';

/** What every scan of a tenant is granted: application permissions of Microsoft Graph that only read. */
export const BASE_PERMISSIONS: readonly string[] = [
  'Directory.Read.All',
  'Domain.Read.All',
  'IdentityRiskEvent.Read.All',
  'Policy.Read.All',
  'SecurityEvents.Read.All',
  'User.Read.All',
];

const API: Record<Audience, string> = {
  graph: 'Microsoft Graph',
  exchange: 'Office 365 Exchange Online',
  purview: 'Office 365 Exchange Online',
  sharepoint: 'SharePoint',
  teams: 'Skype and Teams Tenant Admin API',
};

/** Permissions that are not Graph's, by the audience in whose token they stand. */
const ELSEWHERE: Readonly<Record<string, Audience>> = {
  'Exchange.ManageAsApp': 'exchange',
  'Exchange.ManageAsAppV2': 'exchange',
  'Sites.FullControl.All': 'sharepoint',
  application_access: 'teams',
};

/** The audience in whose token a permission stands. */
export const audienceOf = (permission: string): Audience => ELSEWHERE[permission] ?? 'graph';

/** The API under which the portal lists a permission. */
export const apiOf = (permission: string): string => API[audienceOf(permission)];

/** Permissions that read more than the one named, beyond its own writing form. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  'LicenseAssignment.Read.All': ['Organization.Read.All', 'Organization.ReadWrite.All', 'Directory.Read.All'],
  'Organization.Read.All': ['Directory.Read.All'],
  'RoleAssignmentSchedule.Read.Directory': ['RoleManagement.Read.Directory', 'RoleManagement.Read.All'],
  'RoleEligibilitySchedule.Read.Directory': ['RoleManagement.Read.Directory', 'RoleManagement.Read.All'],
  'RoleManagement.Read.Directory': ['RoleManagement.Read.All', 'Directory.Read.All'],
};

/** Whether roles of a token include a permission, itself or in a wider one. */
export function satisfies(roles: readonly string[], permission: string): boolean {
  const enough = [permission, ...(WIDER[permission] ?? [])];
  return enough.some((one) => roles.includes(one) || roles.includes(one.replace('.Read.', '.ReadWrite.')));
}

const READS = /\.(Read|ReadBasic|Export)(\.|$)/;

/** What is more than reading. Permissions of a service's own door do nothing alone: the app's directory role decides. */
export const writing = (roles: readonly string[]): string[] =>
  roles.filter((role) => !READS.test(role) && (!Object.hasOwn(ELSEWHERE, role) || role.startsWith('Sites.'))).sort();
