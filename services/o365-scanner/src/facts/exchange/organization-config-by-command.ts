import { commandOne } from '../define-command.ts';
import { organizationOf } from './organization.ts';

/** The same settings through InvokeCommand: for tokens that only hold its permission. */
export const organizationConfigByCommand = commandOne({
  name: 'exchange/organization-config-by-command',
  cmdlet: 'Get-OrganizationConfig',
  read: organizationOf,
});
