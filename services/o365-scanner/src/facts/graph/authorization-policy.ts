import { graph } from '../define.ts';

/** What users may do by default, who may invite guests, and what guests may see. */
export const authorizationPolicy = graph({
  name: 'graph/authorization-policy',
  get: '/v1.0/policies/authorizationPolicy',
  permissions: ['Policy.Read.All'],
  read: (answer) => {
    const defaults = answer.at('defaultUserRolePermissions');
    return {
      usersMayRegisterApps: defaults.at('allowedToCreateApps').flag(),
      /** Policies that say to which apps users may consent. An empty list: to none. */
      consentPolicies: defaults.at('permissionGrantPoliciesAssigned').texts(),
      invitationsFrom: answer.at('allowInvitesFrom').text(),
      guestRoleId: answer.at('guestUserRoleId').text(),
    };
  },
});
