import type { Json } from '../json.ts';
import { conditionalAccess, grants, strength } from '../shapes/conditional-access.ts';
import {
  adminConsentRequestPolicy,
  authorizationPolicy,
  crossTenantDefault,
  groupCreationSettings,
  invitationPolicy,
  passwordSettings,
  securityDefaults,
} from '../shapes/directory-settings.ts';
import { ROLES } from '../shapes/people.ts';
import { EMERGENCY_ACCOUNTS, EMERGENCY_GROUP, REVIEWER } from './people.ts';

const { directorySynchronization: _, ...ADMIN_ROLES } = ROLES;
/** Everybody but the two emergency accounts. */
const EVERYBODY = { includeUsers: ['All'], excludeUsers: EMERGENCY_ACCOUNTS };
const EVERY_TIME = {
  signInFrequency: {
    value: null,
    type: null,
    authenticationType: 'primaryAndSecondaryAuthentication',
    frequencyInterval: 'everyTime',
    isEnabled: true,
  },
};

const POLICIES = [
  conditionalAccess({
    id: '80',
    displayName: 'Administrators: phishing-resistant MFA',
    state: 'enabled',
    users: { includeRoles: Object.values(ADMIN_ROLES), excludeGroups: [EMERGENCY_GROUP] },
    grantControls: strength(
      '04',
      'Phishing-resistant MFA',
      'windowsHelloForBusiness',
      'fido2',
      'x509CertificateMultiFactor',
    ),
  }),
  conditionalAccess({
    id: '81',
    displayName: 'Everybody: MFA',
    state: 'enabled',
    users: EVERYBODY,
    grantControls: grants('OR', 'mfa'),
  }),
  conditionalAccess({
    id: '82',
    displayName: 'Everybody: no legacy authentication',
    state: 'enabled',
    users: EVERYBODY,
    conditions: { clientAppTypes: ['exchangeActiveSync', 'other'] },
    grantControls: grants('OR', 'block'),
  }),
  conditionalAccess({
    id: '83',
    displayName: 'Risky sign-ins: MFA',
    state: 'enabled',
    users: EVERYBODY,
    conditions: { signInRiskLevels: ['high', 'medium'] },
    grantControls: grants('OR', 'mfa'),
    sessionControls: EVERY_TIME,
  }),
  conditionalAccess({
    id: '84',
    displayName: 'Risky users: new password and MFA',
    state: 'enabled',
    users: EVERYBODY,
    conditions: { userRiskLevels: ['high'] },
    grantControls: grants('AND', 'mfa', 'passwordChange'),
    sessionControls: EVERY_TIME,
  }),
  // session controls alone: Graph then has no grant controls at all
  conditionalAccess({
    id: '85',
    displayName: 'Browsers forget',
    state: 'enabled',
    users: EVERYBODY,
    conditions: { clientAppTypes: ['browser'] },
    sessionControls: { persistentBrowser: { mode: 'never', isEnabled: true } },
  }),
  conditionalAccess({
    id: '86',
    displayName: 'No device codes',
    state: 'enabled',
    users: EVERYBODY,
    conditions: { authenticationFlows: { transferMethods: 'deviceCodeFlow,authenticationTransfer' } },
    grantControls: grants('OR', 'block'),
  }),
];

const OFFICE = {
  '@odata.type': '#microsoft.graph.ipNamedLocation',
  id: '3c4d5e6f-0000-4000-8000-000000000072',
  displayName: 'Head office',
  isTrusted: true,
  ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/28' }],
};
const IDLE = JSON.stringify({
  ActivityBasedTimeoutPolicy: {
    Version: 1,
    ApplicationPolicies: [{ ApplicationId: 'default', WebSessionIdleTimeout: '03:00:00' }],
  },
});

/** What the directory's policies say. */
export const policies: Readonly<Record<string, Json>> = {
  '/identity/conditionalAccess/policies': POLICIES,
  '/identity/conditionalAccess/namedLocations': [OFFICE],
  '/policies/identitySecurityDefaultsEnforcementPolicy': securityDefaults(false),
  '/policies/authorizationPolicy': authorizationPolicy(
    { allowInvitesFrom: 'none' },
    {
      allowedToCreateApps: false,
      permissionGrantPoliciesAssigned: [
        'ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team',
      ],
    },
  ),
  '/policies/adminConsentRequestPolicy': adminConsentRequestPolicy(true, [REVIEWER]),
  '/policies/b2bManagementPolicies': [invitationPolicy({ AllowedDomains: ['partner.example'] })],
  '/policies/crossTenantAccessPolicy/default': crossTenantDefault('blocked'),
  '/policies/activityBasedTimeoutPolicies': [
    {
      id: '4d5e6f70-0000-4000-8000-000000000074',
      displayName: 'Idle timeout',
      isOrganizationDefault: true,
      definition: [IDLE],
    },
  ],
  '/groupSettings': [groupCreationSettings, passwordSettings('Enforce', 'True')],
};
