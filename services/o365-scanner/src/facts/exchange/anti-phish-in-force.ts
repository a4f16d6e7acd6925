import { antiPhishPolicies } from './anti-phish-policies.ts';
import { antiPhishRules } from './anti-phish-rules.ts';
import { inForce } from './precedence.ts';
import { protectionPresetRules } from './protection-preset-rules.ts';

/** Anti-phishing policies that protect somebody, in their order of precedence. */
export const antiPhishInForce = inForce({
  name: 'exchange/anti-phish-in-force',
  policies: antiPhishPolicies,
  rules: antiPhishRules,
  presetRules: protectionPresetRules,
  presetPolicy: (rule) => ({ ...rule, policy: rule.antiPhish }),
});
