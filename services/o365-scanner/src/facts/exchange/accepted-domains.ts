import type { AcceptedDomain } from '../../semantics/mail-address.ts';
import { command } from '../define-command.ts';

/** Domains whose mail the organisation takes for its own. */
export const acceptedDomains = command({
  name: 'exchange/accepted-domains',
  cmdlet: 'Get-AcceptedDomain',
  read: (item): AcceptedDomain => ({
    id: item.at('DomainName').text().toLowerCase(),
    // off unless it was turned on
    withSubdomains: item.at('MatchSubDomains').or(false, (all) => all.flag()),
  }),
});
