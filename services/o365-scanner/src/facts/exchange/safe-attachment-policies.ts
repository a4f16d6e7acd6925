import type { ThreatPolicy } from '../../semantics/precedence.ts';
import { command } from '../define-command.ts';
import { guidOf, nameOf } from './identity.ts';
import { isPresetOf } from './precedence.ts';

export interface SafeAttachmentPolicy extends ThreatPolicy {
  readonly id: string;
  readonly enabled: boolean;
  /** `Allow`, `Block`, `DynamicDelivery` …; null where the answer does not tell. */
  readonly action: string | null;
  readonly quarantineTag: string | null;
}

/** Safe Attachments policies of Defender for Office 365, the built-in one among them. */
export const safeAttachmentPolicies = command({
  name: 'exchange/safe-attachment-policies',
  cmdlet: 'Get-SafeAttachmentPolicy',
  read: (item): SafeAttachmentPolicy => ({
    id: guidOf(item),
    name: nameOf(item),
    /** Absent in policies older than the built-in protection, which none of them is then. */
    isDefault: item.at('IsBuiltInProtection').or(false, (flag) => flag.flag()),
    isPreset: isPresetOf(item),
    enabled: item.at('Enable').flag(),
    action: item.at('Action').or(null, (action) => action.text()),
    quarantineTag: item.at('QuarantineTag').or(null, (tag) => tag.text()),
  }),
});
