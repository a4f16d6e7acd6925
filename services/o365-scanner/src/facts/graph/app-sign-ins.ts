import { graphList } from '../define.ts';

/** How often each app was signed in to during the last seven days. Takes Entra ID P1 beside the permission. */
export const appSignIns = graphList({
  name: 'graph/app-sign-ins',
  get: "/beta/reports/getAzureADApplicationSignInSummary(period='D7')",
  permissions: ['Reports.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    name: item.at('appDisplayName').text(),
    succeeded: item.at('successfulSignInCount').number(),
    failed: item.at('failedSignInCount').number(),
  }),
});
