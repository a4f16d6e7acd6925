import { graph } from '../define.ts';

/** The tenant itself: whether a directory on premises is its source. */
export const organization = graph({
  name: 'graph/organization',
  get: '/v1.0/organization?$select=id,onPremisesSyncEnabled,onPremisesLastSyncDateTime',
  permissions: ['Directory.Read.All'],
  read: (answer) => {
    const [tenant] = answer.at('value').items();
    if (tenant === undefined) throw new Error('the answer describes no organization');
    return {
      /** Null means that it never was. */
      synchronized: tenant.at('onPremisesSyncEnabled').or(false, (enabled) => enabled.flag()),
    };
  },
});
