import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { dlpPolicies } from '../../facts/purview/dlp-policies.ts';
import { dlpIdleBecause } from '../../semantics/dlp-policy.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'A data loss prevention policy is in force',
  why: 'Without one nothing notices when card numbers, identities or contracts are sent to people who should not have them.',
  fix: 'In the Purview portal, Data loss prevention, Policies, create a policy from a template that fits, test it, and then turn it on.',
  needs: { policies: dlpPolicies },
  evaluate: ({ policies }) =>
    policies.any(
      (policy) => {
        const { name, enabled, mode } = policy;
        const idle = dlpIdleBecause(policy);
        const found = saw(dlpPolicies, { policy: name, Enabled: enabled, Mode: mode });
        return idle.length > 0
          ? fail(target, `the policy "${name}": ${idle.join(', ')}`, found)
          : pass(target, `the policy "${name}" is in force`, found);
      },
      (judged, all) => {
        const none = 'no data loss prevention policy is in force';
        const [first] = [...judged].sort((a, b) => (a.reason < b.reason ? -1 : 1));
        return first === undefined
          ? fail(target, `${none}; there is none at all`, saw(dlpPolicies, { policies: 0 }))
          : fail(target, `${none} (${all.length} were read); ${first.reason}`, ...first.evidence);
      },
      { about: target },
    ),
  otherwise: [reported('dlp_datalossprevention')],
});
