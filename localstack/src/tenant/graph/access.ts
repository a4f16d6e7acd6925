/** How a family of Graph's services words a refusal for want of a permission. */
export type Wording = 'directory' | 'policy' | 'audit' | 'pim' | 'intune';

/** What a path of Graph takes. */
export interface PathAccess {
  /** The least permissions that Microsoft documents; all of them. */
  readonly least: readonly string[];
  /** Permissions any of which does instead. */
  readonly instead: readonly string[];
  readonly wording: Wording;
  /** Only under /beta. */
  readonly betaOnly: boolean;
}

const DIRECTORY = ['Directory.Read.All', 'Directory.ReadWrite.All'];
const access = (
  least: string,
  { instead = [] as readonly string[], wording = 'directory' as Wording, betaOnly = false } = {},
): PathAccess => ({ least: [least], instead, wording, betaOnly });

const policy = access('Policy.Read.All', { wording: 'policy', instead: ['Policy.ReadWrite.ConditionalAccess'] });
const intune = { wording: 'intune', instead: ['DeviceManagementConfiguration.ReadWrite.All'] } as const;
const roles = ['RoleManagement.Read.Directory', 'RoleManagement.ReadWrite.Directory'];
const pim = { wording: 'pim', instead: roles } as const;

/** By path below the version, `*` for one segment; the first that fits. */
const PATHS: readonly (readonly [string, PathAccess])[] = [
  ['/organization', access('Directory.Read.All', { instead: ['Organization.Read.All', ...DIRECTORY] })],
  ['/organization/*', access('Directory.Read.All', { instead: ['Organization.Read.All', ...DIRECTORY] })],
  ['/domains', access('Domain.Read.All', { instead: DIRECTORY })],
  ['/domains/*', access('Domain.Read.All', { instead: DIRECTORY })],
  ['/domains/*/serviceConfigurationRecords', access('Domain.Read.All', { instead: DIRECTORY })],
  ['/users', access('User.Read.All', { instead: DIRECTORY })],
  ['/users/*', access('User.Read.All', { instead: DIRECTORY })],
  ['/users/*/licenseDetails', access('User.Read.All', { instead: DIRECTORY })],
  ['/users/*/authentication/requirements', access('Policy.Read.All', { wording: 'policy', betaOnly: true })],
  ...[
    '/groups',
    '/groups/*',
    '/groups/*/members',
    '/groups/*/transitiveMembers',
    '/groups/*/owners',
    '/groupSettings',
    '/subscribedSkus',
    '/directoryRoles',
    '/directoryRoles/*',
    '/directoryRoles/*/members',
    '/servicePrincipals',
    '/servicePrincipals/*',
    '/servicePrincipals/*/appRoleAssignments',
    '/oauth2PermissionGrants',
    '/applications',
  ].map((path) => [path, access('Directory.Read.All', { instead: DIRECTORY })] as const),
  ['/roleManagement/directory/roleAssignments', access('Directory.Read.All', { instead: [...roles, ...DIRECTORY] })],
  ['/roleManagement/directory/roleDefinitions', access('Directory.Read.All', { instead: [...roles, ...DIRECTORY] })],
  ['/roleManagement/directory/roleAssignmentScheduleInstances', access('RoleAssignmentSchedule.Read.Directory', pim)],
  ['/roleManagement/directory/roleEligibilityScheduleInstances', access('RoleEligibilitySchedule.Read.Directory', pim)],
  ['/policies/roleManagementPolicyAssignments', access('RoleManagementPolicy.Read.Directory', pim)],
  ['/directory/onPremisesSynchronization', access('OnPremDirectorySynchronization.Read.All')],
  ['/policies/b2bManagementPolicies', access('Policy.Read.B2BManagementPolicy', { wording: 'policy', betaOnly: true })],
  ['/policies/deviceRegistrationPolicy', access('Policy.Read.DeviceConfiguration', { wording: 'policy' })],
  ...[
    '/policies/authorizationPolicy',
    '/policies/adminConsentRequestPolicy',
    '/policies/authenticationMethodsPolicy',
    '/policies/identitySecurityDefaultsEnforcementPolicy',
    '/policies/activityBasedTimeoutPolicies',
    '/policies/crossTenantAccessPolicy/default',
    '/policies/defaultAppManagementPolicy',
    '/identity/conditionalAccess/policies',
    '/identity/conditionalAccess/policies/*',
    '/identity/conditionalAccess/namedLocations',
    '/policies/authenticationStrengthPolicies',
  ].map((path) => [path, policy] as const),
  ['/identityProtection/riskDetections', access('IdentityRiskEvent.Read.All', { wording: 'policy' })],
  ['/identityProtection/riskyUsers', access('IdentityRiskyUser.Read.All', { wording: 'policy' })],
  ['/security/secureScores', access('SecurityEvents.Read.All', { instead: ['SecurityEvents.ReadWrite.All'] })],
  [
    '/security/secureScoreControlProfiles',
    access('SecurityEvents.Read.All', { instead: ['SecurityEvents.ReadWrite.All'] }),
  ],
  [
    '/security/secureScoreControlProfiles/*',
    access('SecurityEvents.Read.All', { instead: ['SecurityEvents.ReadWrite.All'] }),
  ],
  [
    '/security/informationProtection/sensitivityLabels',
    access('InformationProtectionPolicy.Read.All', { betaOnly: true }),
  ],
  [
    '/admin/sharepoint/settings',
    access('SharePointTenantSettings.Read.All', { instead: ['SharePointTenantSettings.ReadWrite.All'] }),
  ],
  ['/admin/appsAndServices', access('OrgSettings-AppsAndServices.Read.All', { betaOnly: true })],
  ['/admin/forms', access('OrgSettings-Forms.Read.All', { betaOnly: true })],
  ['/reports/authenticationMethods/userRegistrationDetails', access('AuditLog.Read.All', { wording: 'audit' })],
  ['/reports/getAzureADApplicationSignInSummary', access('Reports.Read.All', { wording: 'audit', betaOnly: true })],
  ['/auditLogs/directoryAudits', access('AuditLog.Read.All', { wording: 'audit' })],
  ['/auditLogs/provisioning', access('AuditLog.Read.All', { wording: 'audit' })],
  ['/identityGovernance/accessReviews/definitions', access('AccessReview.Read.All')],
  ['/deviceManagement', access('DeviceManagementServiceConfig.Read.All', intune)],
  ['/deviceManagement/deviceEnrollmentConfigurations', access('DeviceManagementServiceConfig.Read.All', intune)],
  ['/deviceManagement/deviceConfigurations', access('DeviceManagementConfiguration.Read.All', intune)],
  ['/deviceManagement/deviceCompliancePolicies', access('DeviceManagementConfiguration.Read.All', intune)],
  [
    '/deviceManagement/configurationPolicies',
    access('DeviceManagementConfiguration.Read.All', { ...intune, betaOnly: true }),
  ],
  [
    '/deviceManagement/configurationPolicies/*/settings',
    access('DeviceManagementConfiguration.Read.All', { ...intune, betaOnly: true }),
  ],
];

/** Properties of users that take another permission as soon as they are selected. */
const SELECTED: Readonly<Record<string, string>> = { signInActivity: 'AuditLog.Read.All' };

const fits = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((word, i) => word === '*' || word === given[i]);
};

/** What reading this path takes; undefined where Graph has no such path in this version. */
export function accessTo(version: string, path: string, select: readonly string[]): PathAccess | undefined {
  const found = PATHS.find(([pattern]) => fits(pattern, path))?.[1];
  if (found === undefined || (found.betaOnly && version !== 'beta')) return undefined;
  const extra = select.flatMap((name) => SELECTED[name] ?? []);
  return extra.length === 0 ? found : { ...found, least: [...found.least, ...extra], wording: 'audit', instead: [] };
}

/** Whether these roles of a token open it. */
export function opens(access: PathAccess, roles: readonly string[]): boolean {
  return access.least.every((role) => roles.includes(role)) || access.instead.some((role) => roles.includes(role));
}
