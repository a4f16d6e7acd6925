import { derive } from '@cis-scan/engine';
import { credentialReport } from './credential-report.ts';

/** Names of the IAM users with a console password, for controls that a person decides, and what was not told of others. */
export const consoleUsers = derive({
  name: 'iam/console-users',
  needs: { credentialReport },
  from({ credentialReport: { users, generatedAt } }) {
    const { items, gaps } = users.filter((user) => user.passwordEnabled).parts();
    return { names: items.map((user) => user.name).sort(), gaps, generatedAt };
  },
});
