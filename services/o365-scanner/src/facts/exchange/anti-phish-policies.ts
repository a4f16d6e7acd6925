import type { ThreatPolicy } from '../../semantics/precedence.ts';
import type { Switches } from '../../semantics/switches.ts';
import { command } from '../define-command.ts';
import { guidOf, nameOf } from './identity.ts';
import { isPresetOf } from './precedence.ts';
import { switchesOf } from './switches.ts';

export interface AntiPhishPolicy extends ThreatPolicy {
  readonly id: string;
  readonly enabled: boolean;
  /** 1 (standard) to 4 (most aggressive); null without Defender for Office 365. */
  readonly threshold: number | null;
  readonly switches: Switches;
}

/** Anti-phishing policies; the default one is for everybody whom no other names. */
export const antiPhishPolicies = command({
  name: 'exchange/anti-phish-policies',
  cmdlet: 'Get-AntiPhishPolicy',
  read: (item): AntiPhishPolicy => ({
    id: guidOf(item),
    name: nameOf(item),
    isDefault: item.at('IsDefault').flag(),
    isPreset: isPresetOf(item),
    enabled: item.at('Enabled').flag(),
    threshold: item.at('PhishThresholdLevel').or(null, (level) => level.number()),
    switches: switchesOf(item, [
      'EnableTargetedUserProtection',
      'EnableOrganizationDomainsProtection',
      'EnableMailboxIntelligence',
      'EnableMailboxIntelligenceProtection',
      'EnableSpoofIntelligence',
    ]),
  }),
});
