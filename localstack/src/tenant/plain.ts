import type { Json, JsonObject } from './json.ts';
import type { TenantData } from './model.ts';
import { appsOf } from './shapes/apps.ts';
import {
  adminConsentRequestPolicy,
  authorizationPolicy,
  crossTenantDefault,
  securityDefaults,
} from './shapes/directory-settings.ts';
import { domain } from './shapes/organization.ts';
import { as, group, role, ROLES, user } from './shapes/people.ts';

const TENANT_ID = '5d2e8a31-7c40-4b9f-a6d1-0e1f2a3b4c5d';
const DOMAIN = 'smallholding.example';
const INITIAL_DOMAIN = 'smallholdingexample.onmicrosoft.com';

const OWNERS = ['rut', 'sten'].map((name, at) => user(`2c3d4e5f-0000-4000-8000-00000000001${at}`, `${name}@${DOMAIN}`));

const organization: JsonObject = {
  id: TENANT_ID,
  displayName: 'Smallholding',
  tenantType: 'AAD',
  onPremisesSyncEnabled: null, // never synchronised: null, not false
  onPremisesLastSyncDateTime: null,
  assignedPlans: [],
  verifiedDomains: [
    { name: DOMAIN, isDefault: true, isInitial: false, type: 'Managed', capabilities: 'Email' },
    { name: INITIAL_DOMAIN, isDefault: false, isInitial: true, type: 'Managed', capabilities: 'Email' },
  ],
};

const basicSubscription: JsonObject = {
  id: 'b0000000-0000-4000-8000-000000000001_3b555118-da6a-4418-894f-7df1e2096870',
  skuId: '3b555118-da6a-4418-894f-7df1e2096870',
  skuPartNumber: 'O365_BUSINESS_ESSENTIALS',
  appliesTo: 'User',
  capabilityStatus: 'Enabled',
  consumedUnits: 2,
  prepaidUnits: { enabled: 2, suspended: 0, warning: 0, lockedOut: 0 },
  servicePlans: ['EXCHANGE_S_STANDARD', 'SHAREPOINTSTANDARD', 'TEAMS1'].map((servicePlanName) => ({
    servicePlanName,
    provisioningStatus: 'Success',
    appliesTo: 'User',
  })),
};

const graph: Readonly<Record<string, Json>> = {
  '/organization': [organization],
  '/subscribedSkus': [basicSubscription],
  '/domains': [domain(DOMAIN, null, { isDefault: true }), domain(INITIAL_DOMAIN, null, { isInitial: true })],
  '/users': OWNERS,
  '/groups': [
    group('7c6b5a49-0000-4000-8000-000000000040', 'Smallholding', {
      visibility: 'Private',
      groupTypes: ['Unified'],
      securityEnabled: false,
    }),
  ],
  '/directoryRoles': [
    role(
      '5b4a3928-0000-4000-8000-000000000030',
      'Administratör för global åtkomst',
      ROLES.globalAdministrator,
      OWNERS.map((owner) => as('user', owner)),
    ),
  ],
  '/roleManagement/directory/roleAssignments': OWNERS.map((owner, at) => ({
    id: `owner-${at}-1`,
    principalId: owner['id'] ?? null,
    roleDefinitionId: ROLES.globalAdministrator,
    directoryScopeId: '/',
    principal: as('user', owner),
  })),
  '/servicePrincipals': [],
  '/oauth2PermissionGrants': [],
  '/groupSettings': [], // nobody ever changed one: the templates' defaults hold
  '/identity/conditionalAccess/policies': [],
  '/identity/conditionalAccess/namedLocations': [],
  '/policies/identitySecurityDefaultsEnforcementPolicy': securityDefaults(true),
  '/policies/authorizationPolicy': authorizationPolicy(
    { allowInvitesFrom: 'everyone' },
    {
      allowedToCreateApps: true,
      permissionGrantPoliciesAssigned: ['ManagePermissionGrantsForSelf.microsoft-user-default-recommended'],
    },
  ),
  '/policies/adminConsentRequestPolicy': adminConsentRequestPolicy(false, []),
  '/policies/crossTenantAccessPolicy/default': crossTenantDefault('allowed'),
  'beta:/policies/b2bManagementPolicies': [],
  '/security/secureScores': [], // Microsoft has not looked at it yet
  '/security/secureScoreControlProfiles': [],
};

/** A small tenant as it comes out of the box. */
export function plainTenant(): TenantData {
  return {
    tenantId: TENANT_ID,
    displayName: 'Smallholding',
    defaultDomain: DOMAIN,
    initialDomain: INITIAL_DOMAIN,
    apps: appsOf('0c39'),
    graph,
    cmdlets: {
      'Get-OrganizationConfig': [
        {
          Name: INITIAL_DOMAIN,
          OAuth2ClientProfileEnabled: true,
          CustomerLockboxEnabled: false,
          AuditDisabled: false,
          MailTipsAllTipsEnabled: true,
          MailTipsExternalRecipientsTipsEnabled: false,
          MailTipsGroupMetricsEnabled: true,
          MailTipsLargeAudienceThreshold: 25,
          DefaultAuthenticationPolicy: null,
        },
      ],
    },
    compliance: {},
    sharePoint: { DisallowInfectedFileDownload: false, RequireAnonymousLinksExpireInDays: -1, SharingCapability: 2 },
    teams: {},
    zone: {
      [DOMAIN]: {
        TXT: [['v=spf1 include:spf.protection.outlook.com -all']],
        MX: [{ preference: 0, exchange: 'smallholding-example.mail.protection.outlook.com' }],
      },
    },
    unlicensed: [
      '/identityProtection',
      '/roleManagement/directory/roleAssignmentScheduleInstances',
      '/roleManagement/directory/roleEligibilityScheduleInstances',
      '/auditLogs',
      '/reports',
      '/deviceManagement',
    ],
    paging: { size: 100, emptyFirst: [] },
  };
}
