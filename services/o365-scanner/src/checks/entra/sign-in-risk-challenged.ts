import { check, source } from '@cis-scan/engine';
import { judgedPolicies } from '../../facts/graph/judged-policies.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';
import { COVER, policyThat } from './_policies.ts';
import { signInRiskDemands } from './_risk.ts';

const options = { ...COVER, riskLevels: ['high', 'medium'] as readonly string[], everyTime: true };

export default check({
  title: 'Risky sign-ins are challenged or blocked',
  why: 'A sign-in that does not look like its owner is often somebody else with the right password.',
  fix: 'In the Entra admin center, Protection, Conditional Access, enable a policy for all users and all resources with the condition sign-in risk high and medium that asks for multifactor authentication every time, or blocks.',
  options,
  ...licensed(
    LICENCES.entraP2,
    source<{ readonly policies: typeof judgedPolicies }, typeof options>({
      needs: { policies: judgedPolicies },
      evaluate: ({ policies }, wanted) =>
        signInRiskDemands(wanted.riskLevels, wanted).flatMap((demand) => policyThat(policies, demand, wanted)),
    }),
  ),
  otherwise: [licensed(LICENCES.entraP2, reported('SigninRiskPolicy'))],
});
