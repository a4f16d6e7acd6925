import { check, source } from '@cis-scan/engine';
import { judgedPolicies } from '../../facts/graph/judged-policies.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';
import { COVER, policyThat } from './_policies.ts';
import { userRiskDemands } from './_risk.ts';

const options = { ...COVER, riskLevels: ['high'] as readonly string[], everyTime: true, riskRemediationPasses: true };

export default check({
  title: 'Accounts at risk must change their password or are blocked',
  why: 'Credentials that Microsoft found for sale or in use elsewhere stay usable until somebody changes them.',
  fix: 'In the Entra admin center, Protection, Conditional Access, enable a policy for all users and all resources with the condition user risk high that requires multifactor authentication and a password change, or blocks.',
  options,
  ...licensed(
    LICENCES.entraP2,
    source<{ readonly policies: typeof judgedPolicies }, typeof options>({
      needs: { policies: judgedPolicies },
      evaluate: ({ policies }, wanted) =>
        userRiskDemands(wanted.riskLevels, wanted).flatMap((demand) => policyThat(policies, demand, wanted)),
    }),
  ),
  otherwise: [licensed(LICENCES.entraP2, reported('UserRiskPolicy'))],
});
