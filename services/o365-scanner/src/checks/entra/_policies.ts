import { fail, notAssessed, pass, saw, target, type Judgement, type Listing } from '@cis-scan/engine';
import { conditionalAccessPolicies } from '../../facts/graph/conditional-access-policies.ts';
import type { JudgedPolicy } from '../../facts/graph/judged-policies.ts';
import { allUsersLacks, groupExclusionLacks, scopeLacks, type Condition } from '../../semantics/conditional-access.ts';

/** Options of every control that a policy for all must answer. */
export const COVER = {
  emergencyAccounts: [] as readonly string[],
  maxExcludedAccounts: 2,
  allowedExcludedApps: [] as readonly string[],
};
type Cover = typeof COVER;

/** What one enabled policy must do. */
export interface Demand {
  /** In words, after "a policy that": `blocks legacy authentication`. */
  readonly does: string;
  /** For whom, in words: everyone unless the control is about others. */
  readonly whom?: string;
  /** Conditions by which it may be narrowed, because the control is about them. */
  readonly conditions?: readonly Condition[];
  /** Why its audience is not the one wanted. All users unless the control is about others. */
  readonly audienceLacks?: (policy: JudgedPolicy) => readonly string[];
  /** Why it does not do it; empty: it does. */
  readonly lacks: (policy: JudgedPolicy) => readonly string[];
  /** What it lacks although it means to do it; such a policy is still a near miss. */
  readonly also?: (policy: JudgedPolicy) => readonly string[];
}

const found = (policy: JudgedPolicy) =>
  saw(conditionalAccessPolicies, {
    policy: policy.name,
    id: policy.id,
    state: policy.state,
    excludedUsers: [...policy.users.exclude].sort(),
    excludedGroups: [...policy.users.excludeGroups].sort(),
    excludedAccounts: policy.excluded.length,
  });

/** Why this policy does not satisfy the demand; empty: it does, as far as its exclusions could be read. */
function lacksOf(policy: JudgedPolicy, demand: Demand, options: Cover): readonly string[] {
  const { audienceLacks = allUsersLacks, conditions = [] } = demand;
  const { maxExcludedAccounts: most, allowedExcludedApps } = options;
  const tooMany = policy.excluded.length > most;
  return [
    ...demand.lacks(policy),
    ...(demand.also?.(policy) ?? []),
    ...audienceLacks(policy),
    ...scopeLacks(policy, { conditions, allowedExcludedApps }),
    ...groupExclusionLacks(policy),
    ...(tooMany ? [`it leaves out ${policy.excluded.length} accounts where at most ${most} may be`] : []),
  ];
}

function excludedIn(policy: JudgedPolicy, { emergencyAccounts }: Cover): string {
  if (policy.excluded.length === 0) return 'nobody is left out';
  const named = policy.excluded.filter((id) => emergencyAccounts.includes(id)).length;
  const emergency = named === 0 ? '' : ` (${named} of them named as emergency accounts)`;
  return `${policy.excluded.length} accounts are left out${emergency}: ${policy.excluded.join(', ')}`;
}

function judged(policy: JudgedPolicy, demand: Demand, options: Cover): Judgement {
  const lacks = lacksOf(policy, demand, options);
  const name = `the policy "${policy.name}"`;
  if (lacks.length > 0) return fail(target, `${name}: ${lacks.join(', ')}`, found(policy));
  if (policy.unread !== null) return notAssessed(policy.unread, target);
  return pass(target, `${name} ${demand.does}; ${excludedIn(policy, options)}`, found(policy));
}

/**
 * "There is an enabled policy that …" for all users and resources, about the tenant as a whole. A policy whose exclusions
 * could not be read forbids fail. The nearest policy is named where none does it.
 */
export function policyThat(policies: Listing<JudgedPolicy>, demand: Demand, options: Cover): readonly Judgement[] {
  return policies.any(
    (policy) => judged(policy, demand, options),
    (all, items) => {
      const unsure = all.filter((j) => j.verdict === 'not-assessed');
      if (unsure.length > 0) return unsure;
      // a policy that does not even mean to do it is no near miss
      const misses = items.filter((policy) => demand.lacks(policy).length === 0);
      const [nearest] = misses
        .map((policy) => ({
          policy,
          lacks: lacksOf(policy, demand, options),
          others: (demand.audienceLacks ?? allUsersLacks)(policy).length,
        }))
        // of two that lack as much, the one for the right people is nearer
        .sort((a, b) => a.lacks.length - b.lacks.length || a.others - b.others || (a.policy.id < b.policy.id ? -1 : 1));
      const none = `no enabled policy ${demand.does} for ${demand.whom ?? 'everyone'}`;
      if (nearest === undefined) {
        return fail(
          target,
          `${none} (${items.length} policies were read)`,
          saw(conditionalAccessPolicies, { policies: items.length }),
        );
      }
      return fail(
        target,
        `${none}; the nearest is "${nearest.policy.name}": ${nearest.lacks.join(', ')}`,
        found(nearest.policy),
      );
    },
    { about: target },
  );
}
