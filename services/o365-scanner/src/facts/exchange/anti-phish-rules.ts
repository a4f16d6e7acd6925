import { command } from '../define-command.ts';
import { ruleOf } from './precedence.ts';

/** To whom custom anti-phishing policies apply. */
export const antiPhishRules = command({
  name: 'exchange/anti-phish-rules',
  cmdlet: 'Get-AntiPhishRule',
  read: (item) => ruleOf(item, 'AntiPhishPolicy'),
});
