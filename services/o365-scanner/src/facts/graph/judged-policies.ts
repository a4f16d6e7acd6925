import { derive, Listing, type Gap } from '@cis-scan/engine';
import { excludedAccounts, type Policy } from '../../semantics/conditional-access.ts';
import { conditionalAccessPolicies } from './conditional-access-policies.ts';
import { excludedGroupMembers } from './excluded-group-members.ts';

/** A policy with the accounts it leaves out. Where a group could not be read, they are a lower bound, and `unread` says why. */
export interface JudgedPolicy extends Policy {
  readonly excluded: readonly string[];
  readonly unread: Gap | null;
}

/** Conditional Access policies, each with the accounts that it leaves out directly or by groups. */
export const judgedPolicies = derive({
  name: 'graph/judged-policies',
  needs: { conditionalAccessPolicies, excludedGroupMembers },
  from: (facts) => {
    const { items, gaps } = facts.excludedGroupMembers.parts();
    const members = new Map(items.map((group) => [group.id, group.members]));
    const policies = facts.conditionalAccessPolicies.parts();
    const judged = policies.items.map((policy): JudgedPolicy => {
      const groups = policy.state === 'enabled' ? policy.users.excludeGroups : [];
      const missing = groups.find((id) => !members.has(id));
      const unread = missing === undefined ? null : (gaps.find((gap) => gap.resource === missing) ?? unspoken(missing));
      const accounts = excludedAccounts(
        policy,
        groups.map((id) => members.get(id) ?? []),
      );
      return { ...policy, excluded: [...accounts].sort(), unread };
    });
    // by id, so that the order of Graph's answer decides nothing
    return new Listing(
      judged.sort((a, b) => (a.id < b.id ? -1 : 1)),
      policies.gaps,
    );
  },
});

const unspoken = (group: string): Gap => ({
  fact: excludedGroupMembers.name,
  cause: 'failed',
  resource: group,
  rights: [],
  detail: 'its members were not told',
});
