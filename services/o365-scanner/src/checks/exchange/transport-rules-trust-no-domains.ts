import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { transportRules } from '../../facts/exchange/transport-rules.ts';
import { idleBecause } from '../../semantics/transport-rule.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'No mail flow rule trusts whole domains',
  why: 'A sender address is easily forged: mail that pretends to come from a trusted domain then walks past every filter.',
  fix: 'In the Exchange admin center, Mail flow, Rules, remove the spam confidence level from rules about sender domains, or add a condition that only authenticated mail fulfils.',
  needs: { rules: transportRules },
  options: { maxTrustedScl: 0 },
  evaluate: ({ rules }, { maxTrustedScl }, { now }) =>
    rules.each(
      (rule) => {
        const { name, spamConfidence: level } = rule;
        const domains = [...rule.senderDomains].sort();
        const addresses = [...rule.senderAddresses].sort();
        const found = saw(transportRules, {
          rule: name,
          enabled: rule.enabled,
          SetSCL: level,
          SenderDomainIs: domains,
          SenderIPRanges: addresses,
        });
        if (level === null || level > maxTrustedScl) return pass(rule, `the rule "${name}" trusts no sender`, found);
        const trusts = `the rule "${name}" sets the spam confidence level ${level}`;
        const idle = idleBecause(rule, now);
        if (idle.length > 0) return pass(rule, `${trusts}, but ${idle.join(', ')}`, found);
        if (domains.length > 0) {
          return fail(
            rule,
            `${trusts} for the domains ${domains.join(', ')}, at most addresses should be trusted`,
            found,
          );
        }
        const forWhom = addresses.length > 0 ? `the addresses ${addresses.join(', ')}` : 'senders chosen otherwise';
        return pass(rule, `${trusts}, not for domains but for ${forWhom}`, found);
      },
      () => pass(target, 'there are no mail flow rules', saw(transportRules, { rules: 0 })),
    ),
  otherwise: [reported('exo_transportrulesallowlistdomains')],
});
