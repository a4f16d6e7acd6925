import type { ThreatPolicy } from '../../semantics/precedence.ts';
import type { Switches } from '../../semantics/switches.ts';
import { command } from '../define-command.ts';
import { guidOf, nameOf } from './identity.ts';
import { isPresetOf } from './precedence.ts';
import { switchesOf } from './switches.ts';

export interface SafeLinksPolicy extends ThreatPolicy {
  readonly id: string;
  readonly switches: Switches;
}

/** Safe Links policies of Defender for Office 365, the built-in one among them. */
export const safeLinksPolicies = command({
  name: 'exchange/safe-links-policies',
  cmdlet: 'Get-SafeLinksPolicy',
  read: (item): SafeLinksPolicy => ({
    id: guidOf(item),
    name: nameOf(item),
    /** Absent in policies older than the built-in protection, which none of them is then. */
    isDefault: item.at('IsBuiltInProtection').or(false, (flag) => flag.flag()),
    isPreset: isPresetOf(item),
    switches: switchesOf(item, [
      'EnableSafeLinksForOffice',
      'EnableSafeLinksForEmail',
      'EnableSafeLinksForTeams',
      'TrackClicks',
      'AllowClickThrough',
      'ScanUrls',
      'EnableForInternalSenders',
      'DeliverMessageAfterScan',
      'DisableUrlRewrite',
    ]),
  }),
});
