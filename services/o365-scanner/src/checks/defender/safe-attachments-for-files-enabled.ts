import { check, source, target } from '@cis-scan/engine';
import { filesProtection } from '../../facts/exchange/files-protection.ts';
import { LICENCES } from '../../semantics/licences.ts';
import type { WantedSwitches } from '../../semantics/switches.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';
import { judgeSwitches } from './_switches.ts';

const options: WantedSwitches = {
  mustBeOn: ['EnableATPForSPOTeamsODB', 'EnableSafeDocs'],
  mustBeOff: ['AllowSafeDocsOpen'],
};

export default check({
  title: 'Files in SharePoint, OneDrive and Teams are checked for malware in a sandbox',
  why: 'A shared library spreads a malicious file faster than mail does, and nobody suspects a file from a colleague.',
  fix: 'In the Defender portal, Policies & rules, Threat policies, Safe Attachments, Global settings, turn on Defender for Office 365 for SharePoint, OneDrive and Microsoft Teams (Set-AtpPolicyForO365 -EnableATPForSPOTeamsODB $true).',
  options,
  ...licensed(
    LICENCES.defenderP1,
    source({
      needs: { files: filesProtection },
      evaluate: ({ files }, wanted: WantedSwitches) => [
        judgeSwitches(
          { where: target, subject: 'the protection of files', fact: filesProtection, switches: files.switches },
          wanted,
        ),
      ],
    }),
  ),
  otherwise: [licensed(LICENCES.defenderP1, reported('mdo_atpprotection'))],
});
