import { graph } from '../define.ts';

/** What the tenant's default says of collaboration with all other organisations: `allowed` or `blocked`. */
export const crossTenantDefault = graph({
  name: 'graph/cross-tenant-default',
  get: '/v1.0/policies/crossTenantAccessPolicy/default',
  permissions: ['Policy.Read.All'],
  read: (answer) => ({
    inboundUsers: answer.at('b2bCollaborationInbound', 'usersAndGroups', 'accessType').text(),
    inboundApps: answer.at('b2bCollaborationInbound', 'applications', 'accessType').text(),
  }),
});
