import { command } from '../define-command.ts';
import { guidOf } from './identity.ts';

/** A user as Exchange knows it, with the authentication policy that it was given instead of the default one. */
export interface ExchangeUser {
  readonly id: string;
  readonly name: string;
  /** Name or distinguished name; null: the default policy is for it. */
  readonly authenticationPolicy: string | null;
}

export const exchangeUsers = command({
  name: 'exchange/users',
  cmdlet: 'Get-User',
  parameters: { ResultSize: 'Unlimited' },
  read: (item): ExchangeUser => ({
    id: item.at('ExternalDirectoryObjectId').or('', (id) => id.text()) || guidOf(item),
    name: item.at('UserPrincipalName').text(),
    authenticationPolicy: item.at('AuthenticationPolicy').or(null, (policy) => policy.text() || null),
  }),
});
