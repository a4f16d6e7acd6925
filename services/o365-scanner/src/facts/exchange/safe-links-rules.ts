import { command } from '../define-command.ts';
import { ruleOf } from './precedence.ts';

/** To whom custom Safe Links policies apply. */
export const safeLinksRules = command({
  name: 'exchange/safe-links-rules',
  cmdlet: 'Get-SafeLinksRule',
  read: (item) => ruleOf(item, 'SafeLinksPolicy'),
});
