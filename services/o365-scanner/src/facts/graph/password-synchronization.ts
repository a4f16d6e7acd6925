import { graph } from '../define.ts';

/** When the directory on premises last sent anything, and when it last sent a password. */
export const passwordSynchronization = graph({
  name: 'graph/password-synchronization',
  get: '/beta/organization?$select=onPremisesSyncEnabled,onPremisesLastSyncDateTime,onPremisesLastPasswordSyncDateTime',
  permissions: ['Directory.Read.All'],
  read: (answer) => {
    const [tenant] = answer.at('value').items();
    if (tenant === undefined) throw new Error('the answer describes no organization');
    // null in both: never
    return {
      last: tenant.at('onPremisesLastSyncDateTime').or(null, (at) => at.date()),
      lastPassword: tenant.at('onPremisesLastPasswordSyncDateTime').or(null, (at) => at.date()),
    };
  },
});
