import type { Json, JsonObject } from '../json.ts';

/** A user as the directory holds it. */
export function user(id: string, userPrincipalName: string, more: JsonObject = {}): JsonObject {
  const displayName = (userPrincipalName.split('@')[0] ?? '').replace('.', ' ');
  return {
    id,
    displayName,
    userPrincipalName,
    mail: userPrincipalName.includes('#EXT#') ? null : userPrincipalName,
    accountEnabled: true,
    userType: 'Member',
    onPremisesSyncEnabled: null,
    createdDateTime: '2024-01-10T09:05:00Z',
    externalUserState: null,
    passwordPolicies: null,
    assignedLicenses: [],
    licenseDetails: [],
    signInActivity: null,
    ...more,
  };
}

/** A guest; `accepted` false: the invitation was never taken up. */
export function guest(
  id: string,
  address: string,
  initialDomain: string,
  accepted: boolean,
  more: JsonObject,
): JsonObject {
  return user(id, `${address.replace('@', '_')}#EXT#@${initialDomain}`, {
    userType: 'Guest',
    externalUserState: accepted ? 'Accepted' : 'PendingAcceptance',
    ...more,
  });
}

/** A reference to a directory object, as member lists and assignments show it. */
export const as = (type: 'user' | 'group' | 'servicePrincipal', item: JsonObject): JsonObject => ({
  '@odata.type': `#microsoft.graph.${type}`,
  ...Object.fromEntries(
    ['id', 'displayName', 'userPrincipalName', 'appId', 'accountEnabled'].flatMap((name): [string, Json][] =>
      item[name] === undefined ? [] : [[name, item[name]]],
    ),
  ),
});

/** A group; `members` are objects of the directory. */
export const group = (id: string, displayName: string, more: JsonObject = {}): JsonObject => ({
  id,
  displayName,
  mail: null,
  mailEnabled: false,
  securityEnabled: true,
  visibility: null,
  groupTypes: [],
  isAssignableToRole: null,
  membershipRule: null,
  membershipRuleProcessingState: null,
  members: [],
  ...more,
});

/** A directory role that has been activated. Its name is in the language of whoever activated it; the template tells. */
export const role = (
  id: string,
  displayName: string,
  roleTemplateId: string,
  members: readonly JsonObject[],
): JsonObject => ({
  id,
  deletedDateTime: null,
  description: '',
  displayName,
  roleTemplateId,
  members,
});

/** What a user has registered for sign-in and reset. */
export const registration = (person: JsonObject, isAdmin: boolean, mfa: boolean, sspr: boolean): JsonObject => ({
  id: person['id'] ?? null,
  userPrincipalName: person['userPrincipalName'] ?? null,
  userDisplayName: person['displayName'] ?? null,
  userType: String(person['userType']).toLowerCase(),
  isAdmin,
  isMfaCapable: mfa,
  isMfaRegistered: mfa,
  isPasswordlessCapable: false,
  isSsprCapable: sspr,
  isSsprEnabled: sspr,
  isSsprRegistered: sspr,
  isSystemPreferredAuthenticationMethodEnabled: true,
  methodsRegistered: mfa ? ['microsoftAuthenticatorPush'] : [],
  systemPreferredAuthenticationMethods: mfa ? ['microsoftAuthenticatorPush'] : [],
  userPreferredMethodForSecondaryAuthentication: mfa ? 'push' : 'none',
  lastUpdatedDateTime: '2026-03-01T22:10:00Z',
});

/** Template ids of the roles that the demo tenants hand out. */
export const ROLES = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  securityAdministrator: '194ae4cb-b126-40b2-bd5b-6091b380977d',
  sharePointAdministrator: 'f28a1f50-f6e7-4571-818b-6a12f2af6b6c',
  exchangeAdministrator: '29232cdf-9323-42fd-ade2-1d097af3e4de',
  conditionalAccessAdministrator: 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
  helpdeskAdministrator: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  billingAdministrator: 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  directorySynchronization: 'd29b2b05-8046-44ba-8758-1e26182fcf32',
} as const;
