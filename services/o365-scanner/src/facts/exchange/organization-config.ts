import { commandOne } from '../define-command.ts';
import { organizationOf } from './organization.ts';

/** Settings of the whole organisation, through the documented Exchange Admin API. */
export const organizationConfig = commandOne({
  name: 'exchange/organization-config',
  endpoint: 'OrganizationConfig',
  cmdlet: 'Get-OrganizationConfig',
  read: organizationOf,
});
