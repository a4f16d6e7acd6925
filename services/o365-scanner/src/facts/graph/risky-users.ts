import { graphList } from '../define.ts';

/** Accounts that Microsoft takes for being at risk, or did. Takes Entra ID P2 beside the permission. */
export const riskyUsers = graphList({
  name: 'graph/risky-users',
  get: '/v1.0/identityProtection/riskyUsers',
  permissions: ['IdentityRiskyUser.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    name: item.at('userPrincipalName').text(),
    state: item.at('riskState').text(),
    level: item.at('riskLevel').text(),
    at: item.at('riskLastUpdatedDateTime').date().toISOString(),
  }),
});
