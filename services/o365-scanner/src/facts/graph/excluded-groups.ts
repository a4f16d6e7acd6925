import { derive } from '@cis-scan/engine';
import { conditionalAccessPolicies } from './conditional-access-policies.ts';

/** The groups that policies in force leave out, each once. */
export const excludedGroups = derive({
  name: 'graph/excluded-groups',
  needs: { conditionalAccessPolicies },
  from: (facts) => {
    const seen = new Set<string>();
    return facts.conditionalAccessPolicies
      .flatMap((policy) => (policy.state === 'enabled' ? policy.users.excludeGroups : []))
      .filter((id) => !seen.has(id) && seen.add(id).has(id))
      .map((id) => ({ id }));
  },
});
