import { graphList } from '../define.ts';

/** What single users or an administrator for all allowed apps to do in their name. */
export const userConsents = graphList({
  name: 'graph/user-consents',
  get: '/v1.0/oauth2PermissionGrants?$top=999',
  permissions: ['Directory.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    /** Object id of the app's service principal. */
    client: item.at('clientId').text(),
    /** `Principal`: by one user for themselves; `AllPrincipals`: by an administrator for all. */
    by: item.at('consentType').text(),
    // null where a grant was emptied and left behind
    scopes: item.at('scope').or([], (scope) =>
      scope
        .text()
        .split(' ')
        .filter((word) => word !== ''),
    ),
  }),
});
