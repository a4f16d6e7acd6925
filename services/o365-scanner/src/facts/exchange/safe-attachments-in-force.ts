import { defenderPresetRules } from './defender-preset-rules.ts';
import { inForce } from './precedence.ts';
import { safeAttachmentPolicies } from './safe-attachment-policies.ts';
import { safeAttachmentRules } from './safe-attachment-rules.ts';

/** Safe Attachments policies that protect somebody, in their order of precedence. */
export const safeAttachmentsInForce = inForce({
  name: 'exchange/safe-attachments-in-force',
  policies: safeAttachmentPolicies,
  rules: safeAttachmentRules,
  presetRules: defenderPresetRules,
  presetPolicy: (rule) => ({ ...rule, policy: rule.safeAttachments }),
});
