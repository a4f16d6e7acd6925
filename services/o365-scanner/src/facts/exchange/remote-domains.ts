import { command } from '../define-command.ts';
import { guidOf } from './identity.ts';

/** How mail to other organisations is treated. */
export interface RemoteDomain {
  readonly id: string;
  /** `*` in the default one, which is for all domains that have none of their own. */
  readonly domain: string;
  readonly forwards: boolean;
}

export const remoteDomains = command({
  name: 'exchange/remote-domains',
  cmdlet: 'Get-RemoteDomain',
  read: (item): RemoteDomain => ({
    id: guidOf(item),
    domain: item.at('DomainName').text().toLowerCase(),
    forwards: item.at('AutoForwardEnabled').flag(),
  }),
});
