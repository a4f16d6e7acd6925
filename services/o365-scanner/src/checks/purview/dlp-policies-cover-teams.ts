import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { dlpPolicies } from '../../facts/purview/dlp-policies.ts';
import { dlpIdleBecause, teamsCoverLacks, type DlpPolicy } from '../../semantics/dlp-policy.ts';
import { reported } from '../_reported.ts';

const lacksOf = (policy: DlpPolicy): readonly string[] => [...dlpIdleBecause(policy), ...teamsCoverLacks(policy)];

const found = ({ name, enabled, mode, workloads, teams, teamsExceptions }: DlpPolicy) =>
  saw(dlpPolicies, {
    policy: name,
    Enabled: enabled,
    Mode: mode,
    Workload: [...workloads].sort(),
    forAllOfTeams: teams.includes('All'),
    TeamsLocationException: teamsExceptions.length,
  });

export default check({
  title: 'A data loss prevention policy is in force for all of Teams',
  why: 'What may not be mailed is pasted into a chat instead; a policy that only looks at mail sees none of it.',
  fix: 'In the Purview portal, Data loss prevention, Policies, add the location Teams chat and channel messages for all users and groups to a policy, without exclusions, and turn the policy on.',
  needs: { policies: dlpPolicies },
  evaluate: ({ policies }) =>
    policies.any(
      (policy) => {
        const lacks = lacksOf(policy);
        return lacks.length > 0
          ? fail(target, `the policy "${policy.name}": ${lacks.join(', ')}`, found(policy))
          : pass(target, `the policy "${policy.name}" is in force for all of Teams`, found(policy));
      },
      (_, all) => {
        const none = 'no data loss prevention policy is in force for all of Teams';
        const [nearest] = all
          .map((policy) => ({ policy, lacks: lacksOf(policy) }))
          .sort((a, b) => a.lacks.length - b.lacks.length || (a.policy.id < b.policy.id ? -1 : 1));
        return nearest === undefined
          ? fail(target, `${none}; there is none at all`, saw(dlpPolicies, { policies: 0 }))
          : fail(
              target,
              `${none}; the nearest is "${nearest.policy.name}": ${nearest.lacks.join(', ')}`,
              found(nearest.policy),
            );
      },
      { about: target },
    ),
  otherwise: [reported('mip_DLP_policies_Teams')],
});
