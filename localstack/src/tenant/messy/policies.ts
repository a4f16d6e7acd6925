import type { Json } from '../json.ts';
import { conditionalAccess, grants } from '../shapes/conditional-access.ts';
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
import { EXCLUDED_GROUP, SERVICE_ACCOUNTS } from './people.ts';

/**
 * Conditional Access as it grows: begun, tried out in report-only mode, full of exceptions. Security defaults are off,
 * as they must be where any policy is on.
 */
const POLICIES = [
  conditionalAccess({
    id: '70',
    displayName: 'CA01 MFA for admins',
    state: 'enabled',
    users: { includeRoles: [ROLES.globalAdministrator, ROLES.securityAdministrator], excludeUsers: SERVICE_ACCOUNTS },
    grantControls: grants('OR', 'mfa', 'compliantDevice'),
    sessionControls: {
      signInFrequency: {
        value: 4,
        type: 'hours',
        authenticationType: 'primaryAndSecondaryAuthentication',
        frequencyInterval: 'timeBased',
        isEnabled: true,
      },
      persistentBrowser: { mode: 'never', isEnabled: true },
    },
  }),
  conditionalAccess({
    id: '71',
    displayName: 'CA02 MFA for everybody',
    state: 'enabled',
    users: { includeUsers: ['All'], excludeGroups: [EXCLUDED_GROUP] },
    grantControls: grants('OR', 'mfa'),
  }),
  conditionalAccess({
    id: '72',
    displayName: 'CA03 block legacy authentication',
    state: 'enabledForReportingButNotEnforced',
    users: { includeUsers: ['All'] },
    conditions: { clientAppTypes: ['exchangeActiveSync', 'other'] },
    grantControls: grants('OR', 'block'),
  }),
  conditionalAccess({
    id: '73',
    displayName: 'CA04 risky sign-ins',
    state: 'enabled',
    users: { includeUsers: ['All'] },
    conditions: { signInRiskLevels: ['high'] },
    grantControls: grants('OR', 'mfa'),
  }),
  conditionalAccess({
    id: '74',
    displayName: 'CA05 risky users',
    state: 'enabled',
    users: { includeUsers: ['All'] },
    conditions: { userRiskLevels: ['high'] },
    grantControls: grants('OR', 'passwordChange', 'mfa'),
  }),
  // session controls alone: Graph then has no grant controls at all
  conditionalAccess({
    id: '75',
    displayName: 'CA06 browser sessions end',
    state: 'enabled',
    users: {
      includeUsers: ['All'],
      excludeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: 'b2bCollaborationGuest,internalGuest',
        externalTenants: {
          '@odata.type': '#microsoft.graph.conditionalAccessAllExternalTenants',
          membershipKind: 'all',
        },
      },
    },
    conditions: { clientAppTypes: ['browser'] },
    sessionControls: { persistentBrowser: { mode: 'never', isEnabled: true } },
  }),
  conditionalAccess({
    id: '76',
    displayName: 'CA07 no device codes',
    state: 'disabled',
    users: { includeUsers: ['All'] },
    conditions: { authenticationFlows: { transferMethods: 'deviceCodeFlow,authenticationTransfer' } },
    grantControls: grants('OR', 'block'),
  }),
];

/** What the directory's policies say. */
export const policies: Readonly<Record<string, Json>> = {
  '/identity/conditionalAccess/policies': POLICIES,
  '/identity/conditionalAccess/namedLocations': [],
  '/policies/identitySecurityDefaultsEnforcementPolicy': securityDefaults(false),
  '/policies/authorizationPolicy': authorizationPolicy(
    { allowInvitesFrom: 'everyone' },
    {
      allowedToCreateApps: true,
      permissionGrantPoliciesAssigned: [
        'ManagePermissionGrantsForSelf.microsoft-user-default-legacy',
        'ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team',
      ],
    },
  ),
  '/policies/adminConsentRequestPolicy': adminConsentRequestPolicy(false, []),
  '/policies/b2bManagementPolicies': [invitationPolicy({ BlockedDomains: ['competitor.example'] })],
  '/policies/crossTenantAccessPolicy/default': crossTenantDefault('allowed'),
  '/policies/activityBasedTimeoutPolicies': [],
  '/groupSettings': [groupCreationSettings, passwordSettings('Audit', 'True')],
};
