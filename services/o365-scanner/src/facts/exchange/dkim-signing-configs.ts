import { command } from '../define-command.ts';

/** With which domains Exchange Online signs mail. */
export const dkimSigningConfigs = command({
  name: 'exchange/dkim-signing-configs',
  cmdlet: 'Get-DkimSigningConfig',
  read: (item) => ({
    domain: item.at('Domain').text().toLowerCase(),
    enabled: item.at('Enabled').flag(),
    /** `Valid`, `CnameMissing`, `NoDKIMKeys`, `KeysSaved` … */
    status: item.at('Status').text(),
  }),
});
