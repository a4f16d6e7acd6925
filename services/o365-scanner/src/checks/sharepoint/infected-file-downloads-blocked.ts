import { check, manual, target } from '@cis-scan/engine';
import { NOT_ASKED } from './_administration.ts';

export default check({
  title: 'Infected files cannot be downloaded',
  why: 'A file that was found to be malicious can still be downloaded by who ignores the warning, and goes on from there.',
  fix: 'In SharePoint Online PowerShell, Set-SPOTenant -DisallowInfectedFileDownload $true.',
  needs: {},
  evaluate: () => [
    manual(
      target,
      `a person decides: DisallowInfectedFileDownload of Get-SPOTenant (SharePoint Online PowerShell; the admin center has no page for it) should be True; ${NOT_ASKED}`,
    ),
  ],
});
