import { command } from '../define-command.ts';
import { guidOf } from './identity.ts';

/** What Outlook on the web offers. */
export interface OwaMailboxPolicy {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly storageProviders: boolean;
}

export const owaMailboxPolicies = command({
  name: 'exchange/owa-mailbox-policies',
  cmdlet: 'Get-OwaMailboxPolicy',
  read: (item): OwaMailboxPolicy => ({
    id: guidOf(item),
    name: item.at('Name').text(),
    isDefault: item.at('IsDefault').flag(),
    storageProviders: item.at('AdditionalStorageProvidersAvailable').flag(),
  }),
});
