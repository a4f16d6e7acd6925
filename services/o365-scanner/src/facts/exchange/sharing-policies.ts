import { command } from '../define-command.ts';
import { guidOf } from './identity.ts';

/** With whom people may share calendars and contacts. */
export interface SharingPolicy {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly enabled: boolean;
  /** A domain with what is shared there: `*:CalendarSharingFreeBusySimple`, `Anonymous:…`. */
  readonly domains: readonly string[];
}

export const sharingPolicies = command({
  name: 'exchange/sharing-policies',
  cmdlet: 'Get-SharingPolicy',
  read: (item): SharingPolicy => ({
    id: guidOf(item),
    name: item.at('Name').text(),
    isDefault: item.at('Default').flag(),
    enabled: item.at('Enabled').flag(),
    // PowerShell answers an empty list as null
    domains: item.at('Domains').or([], (domains) => domains.texts()),
  }),
});
