import { command } from '../define-command.ts';
import { ruleOf } from './precedence.ts';

/** To whom custom Safe Attachments policies apply. */
export const safeAttachmentRules = command({
  name: 'exchange/safe-attachment-rules',
  cmdlet: 'Get-SafeAttachmentRule',
  read: (item) => ruleOf(item, 'SafeAttachmentPolicy'),
});
