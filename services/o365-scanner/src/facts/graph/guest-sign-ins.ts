import { graphList } from '../define.ts';

/** When each guest last signed in. Takes Entra ID P1 beside the permissions. */
export const guestSignIns = graphList({
  name: 'graph/guest-sign-ins',
  get: "/v1.0/users?$filter=userType eq 'Guest'&$select=id,signInActivity&$top=500",
  permissions: ['AuditLog.Read.All', 'User.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    /** Null: never, as far as Microsoft's records go back (April 2020). */
    lastSignIn: item
      .at('signInActivity')
      .or(null, (activity) => activity.at('lastSignInDateTime').or(null, (at) => at.date().toISOString())),
  }),
});
