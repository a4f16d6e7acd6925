import { graph } from '../define.ts';

/** Settings of Microsoft Forms. */
export const formsSettings = graph({
  name: 'graph/forms-settings',
  get: '/beta/admin/forms',
  permissions: ['OrgSettings-Forms.Read.All'],
  read: (answer) => ({ scansForPhishing: answer.at('settings', 'isInOrgFormsPhishingScanEnabled').flag() }),
});
