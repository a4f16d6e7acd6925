import type { AppName, AppRegistration } from '../model.ts';

const SIX = [
  'Directory.Read.All',
  'Domain.Read.All',
  'IdentityRiskEvent.Read.All',
  'Policy.Read.All',
  'SecurityEvents.Read.All',
  'User.Read.All',
];

/** Everything else that a scanner can use and that only reads. */
const OPTIONAL = [
  'AuditLog.Read.All',
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementServiceConfig.Read.All',
  'IdentityRiskyUser.Read.All',
  'InformationProtectionPolicy.Read.All',
  'OnPremDirectorySynchronization.Read.All',
  'OrgSettings-AppsAndServices.Read.All',
  'OrgSettings-Forms.Read.All',
  'Policy.Read.B2BManagementPolicy',
  'Reports.Read.All',
  'RoleAssignmentSchedule.Read.Directory',
  'RoleEligibilitySchedule.Read.Directory',
  'RoleManagementPolicy.Read.Directory',
  'SharePointTenantSettings.Read.All',
];
const EXCHANGE = ['Exchange.ManageAsApp', 'Exchange.ManageAsAppV2'];

/**
 * The app registrations of a tenant. `number` tells two tenants' ids apart: four hexadecimal digits.
 */
export function appsOf(number: string): Readonly<Record<AppName, AppRegistration>> {
  const app = (
    at: number,
    displayName: string,
    graph: readonly string[],
    more: Partial<Omit<AppRegistration, 'roles'>> & { readonly roles?: Omit<AppRegistration['roles'], 'graph'> } = {},
  ): AppRegistration => ({
    clientId: `8a1d2c3b-${number}-4d5c-9b6a-7e8f90a1b2c${at}`,
    objectId: `5b1a7c9d-${number}-4a4b-8c5d-6e7f8a9b0c1${at}`,
    displayName,
    globalReader: false,
    ...more,
    roles: { exchange: [], ...more.roles, graph },
  });
  return {
    base: app(1, 'cis-scan', SIX),
    full: app(2, 'cis-scan-all-rights', [...SIX, ...OPTIONAL], {
      globalReader: true,
      roles: { exchange: EXCHANGE, teams: ['application_access'] },
    }),
    writer: app(3, 'it-automation', [...SIX, 'Directory.ReadWrite.All', 'SharePointTenantSettings.ReadWrite.All'], {
      globalReader: true,
      roles: { exchange: EXCHANGE, sharepoint: ['Sites.FullControl.All'], teams: ['application_access'] },
    }),
    few: app(
      4,
      'cis-scan-too-few-rights',
      SIX.filter((name) => name !== 'Policy.Read.All'),
    ),
    expired: app(5, 'cis-scan-of-last-year', SIX, { trouble: 'secret-expired' }),
    blocked: app(6, 'cis-scan-blocked', SIX, { trouble: 'blocked-by-conditional-access' }),
  };
}
