import { command } from '../define-command.ts';

/** To whom the Standard and Strict preset security policies give the protections that every Exchange Online has. */
export const protectionPresetRules = command({
  name: 'exchange/protection-preset-rules',
  cmdlet: 'Get-EOPProtectionPolicyRule',
  read: (item) => ({
    id: item.at('Name').text(),
    enabled: item.at('State').oneOf('Enabled', 'Disabled') === 'Enabled',
    /** Strict comes before Standard. */
    priority: item.at('Priority').number(),
    antiPhish: item.at('AntiPhishPolicy').text(),
  }),
});
