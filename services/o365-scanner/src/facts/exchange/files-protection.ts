import { commandOne } from '../define-command.ts';
import { switchesOf } from './switches.ts';

/** What Defender for Office 365 does with files in SharePoint, OneDrive, Teams and the Office applications. */
export const filesProtection = commandOne({
  name: 'exchange/files-protection',
  cmdlet: 'Get-AtpPolicyForO365',
  read: (item) => ({
    switches: switchesOf(item, ['EnableATPForSPOTeamsODB', 'EnableSafeDocs', 'AllowSafeDocsOpen']),
  }),
});
