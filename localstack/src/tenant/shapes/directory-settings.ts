import type { JsonObject } from '../json.ts';

const values = (of: Readonly<Record<string, string>>): readonly JsonObject[] =>
  Object.entries(of).map(([name, value]) => ({ name, value }));

/** The tenant-wide settings of passwords; every value is a text. */
export const passwordSettings = (mode: 'Audit' | 'Enforce', onPremises: 'True' | 'False'): JsonObject => ({
  id: 'f0b2d6f5-0000-4000-8000-000000000050',
  displayName: 'Password Rule Settings',
  templateId: '5cf42378-d67d-4f36-ba46-e8b86229381d',
  values: values({
    BannedPasswordCheckOnPremisesMode: mode,
    EnableBannedPasswordCheckOnPremises: onPremises,
    EnableBannedPasswordCheck: 'True',
    LockoutDurationInSeconds: '60',
    LockoutThreshold: '10',
    BannedPasswordList: 'harbour\tlarkspur',
  }),
});

/** The settings of Microsoft 365 groups, which stand in the same list. */
export const groupCreationSettings: JsonObject = {
  id: 'f0b2d6f5-0000-4000-8000-000000000051',
  displayName: 'Group.Unified',
  templateId: '62375ab9-6b52-47ed-826b-58e47e0e304b',
  values: values({ EnableGroupCreation: 'false', GroupCreationAllowedGroupId: '' }),
};

/** What ordinary users may do. */
export const authorizationPolicy = (more: JsonObject, userPermissions: JsonObject): JsonObject => ({
  id: 'authorizationPolicy',
  displayName: 'Authorization Policy',
  description: 'Used to manage authorization related settings across the company.',
  allowedToSignUpEmailBasedSubscriptions: true,
  allowedToUseSSPR: true,
  allowEmailVerifiedUsersToJoinOrganization: false,
  allowUserConsentForRiskyApps: null,
  blockMsolPowerShell: false,
  guestUserRoleId: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  ...more,
  defaultUserRolePermissions: {
    allowedToCreateSecurityGroups: true,
    allowedToCreateTenants: false,
    allowedToReadBitlockerKeysForOwnedDevice: true,
    allowedToReadOtherUsers: true,
    ...userPermissions,
  },
});

/** Whether users may ask for apps, and who answers them. */
export const adminConsentRequestPolicy = (isEnabled: boolean, reviewers: readonly string[]): JsonObject => ({
  isEnabled,
  notifyReviewers: isEnabled,
  remindersEnabled: isEnabled,
  requestDurationInDays: 30,
  version: 3,
  reviewers: reviewers.map((id) => ({ query: `/v1.0/users/${id}`, queryType: 'MicrosoftGraph', queryRoot: null })),
});

export const securityDefaults = (isEnabled: boolean): JsonObject => ({
  id: '00000000-0000-0000-0000-000000000005',
  displayName: 'Security Defaults',
  description: '',
  isEnabled,
});

/** Which outside domains may be invited: a policy whose content is JSON in a text. */
export const invitationPolicy = (domains: JsonObject): JsonObject => ({
  id: 'a3b4c5d6-0000-4000-8000-000000000083',
  displayName: 'B2BManagementPolicy',
  isOrganizationDefault: true,
  definition: [
    JSON.stringify({
      B2BManagementPolicy: {
        InvitationsAllowedAndBlockedDomainsPolicy: domains,
        AutoRedeemPolicy: { AdminConsentedForUsersIntoTenantIds: [], NoAADConsentForUsersFromTenantsIds: [] },
      },
    }),
  ],
});

const side = (accessType: 'allowed' | 'blocked'): JsonObject => ({
  usersAndGroups: { accessType, targets: [{ target: 'AllUsers', targetType: 'user' }] },
  applications: { accessType, targets: [{ target: 'AllApplications', targetType: 'application' }] },
});

/** What other tenants may do here unless something else is agreed with them. */
export const crossTenantDefault = (inbound: 'allowed' | 'blocked'): JsonObject => ({
  isServiceDefault: inbound === 'allowed',
  inboundTrust: { isMfaAccepted: false, isCompliantDeviceAccepted: false, isHybridAzureADJoinedDeviceAccepted: false },
  b2bCollaborationOutbound: side('allowed'),
  b2bCollaborationInbound: side(inbound),
});
