import { graphList } from '../define.ts';

/** Guest accounts. */
export const guests = graphList({
  name: 'graph/guests',
  get: "/v1.0/users?$filter=userType eq 'Guest'&$select=id,userPrincipalName,createdDateTime,externalUserState,accountEnabled&$top=999",
  permissions: ['User.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    name: item.at('userPrincipalName').text(),
    enabled: item.at('accountEnabled').flag(),
    /** Null in accounts older than Microsoft keeps it. */
    created: item.at('createdDateTime').or(null, (at) => at.date().toISOString()),
    /** `PendingAcceptance`, `Accepted`; null in guests that were not invited. */
    invitation: item.at('externalUserState').or(null, (state) => state.text()),
  }),
});
