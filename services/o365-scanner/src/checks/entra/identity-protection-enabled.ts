import { check, source } from '@cis-scan/engine';
import { judgedPolicies } from '../../facts/graph/judged-policies.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';
import { COVER, policyThat } from './_policies.ts';
import { signInRiskDemands, userRiskDemands } from './_risk.ts';

const options = {
  ...COVER,
  signInRiskLevels: ['high', 'medium'] as readonly string[],
  userRiskLevels: ['high'] as readonly string[],
};

export default check({
  title: 'Identity Protection acts on risky sign-ins and accounts at risk',
  why: 'Microsoft sees stolen credentials and odd sign-ins early; without a policy that acts on them nobody is stopped.',
  fix: 'In the Entra admin center, Protection, Conditional Access, enable one policy on sign-in risk (multifactor authentication or block) and one on user risk (password change with multifactor authentication, or block), for all users and all resources.',
  options,
  ...licensed(
    LICENCES.entraP2,
    source<{ readonly policies: typeof judgedPolicies }, typeof options>({
      needs: { policies: judgedPolicies },
      evaluate: ({ policies }, wanted) =>
        [
          ...signInRiskDemands(wanted.signInRiskLevels, { everyTime: false }),
          ...userRiskDemands(wanted.userRiskLevels, { everyTime: false, riskRemediationPasses: true }),
        ].flatMap((demand) => policyThat(policies, demand, wanted)),
    }),
  ),
  otherwise: [licensed(LICENCES.entraP2, reported(['SigninRiskPolicy', 'UserRiskPolicy'], { listed: 'all' }))],
});
