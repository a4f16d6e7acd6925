import { graph } from '../define.ts';

/** Whether users may fetch add-ins from the Office store and begin trials. `null`: the answer does not tell. */
export interface AppsAndServices {
  readonly isOfficeStoreEnabled: boolean | null;
  readonly isAppAndServicesTrialEnabled: boolean | null;
}

/** Settings of user owned apps and services. */
export const appsAndServices = graph({
  name: 'graph/apps-and-services',
  get: '/beta/admin/appsAndServices',
  permissions: ['OrgSettings-AppsAndServices.Read.All'],
  read: (answer): AppsAndServices => {
    const settings = answer.at('settings');
    // one setting that is not told leaves the other readable; the check says so where it is asked for
    const told = (name: keyof AppsAndServices) => settings.at(name).or(null, (setting) => setting.flag());
    return {
      isOfficeStoreEnabled: told('isOfficeStoreEnabled'),
      isAppAndServicesTrialEnabled: told('isAppAndServicesTrialEnabled'),
    };
  },
});
