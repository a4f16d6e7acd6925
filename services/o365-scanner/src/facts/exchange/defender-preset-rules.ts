import { command } from '../define-command.ts';

/** To whom the Standard and Strict preset security policies give the protections of Defender for Office 365. */
export const defenderPresetRules = command({
  name: 'exchange/defender-preset-rules',
  cmdlet: 'Get-ATPProtectionPolicyRule',
  read: (item) => ({
    id: item.at('Name').text(),
    enabled: item.at('State').oneOf('Enabled', 'Disabled') === 'Enabled',
    /** Strict comes before Standard. */
    priority: item.at('Priority').number(),
    safeLinks: item.at('SafeLinksPolicy').text(),
    safeAttachments: item.at('SafeAttachmentPolicy').text(),
  }),
});
