import { defenderPresetRules } from './defender-preset-rules.ts';
import { inForce } from './precedence.ts';
import { safeLinksPolicies } from './safe-links-policies.ts';
import { safeLinksRules } from './safe-links-rules.ts';

/** Safe Links policies that protect somebody, in their order of precedence. */
export const safeLinksInForce = inForce({
  name: 'exchange/safe-links-in-force',
  policies: safeLinksPolicies,
  rules: safeLinksRules,
  presetRules: defenderPresetRules,
  presetPolicy: (rule) => ({ ...rule, policy: rule.safeLinks }),
});
