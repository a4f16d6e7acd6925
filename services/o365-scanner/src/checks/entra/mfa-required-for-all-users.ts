import { check, optional } from '@cis-scan/engine';
import { judgedPolicies } from '../../facts/graph/judged-policies.ts';
import { securityDefaults } from '../../facts/graph/security-defaults.ts';
import { demandsMfa } from '../../semantics/conditional-access.ts';
import { reported } from '../_reported.ts';
import { COVER, policyThat, type Demand } from './_policies.ts';
import { orSecurityDefaults } from './_security-defaults.ts';

const askingMfa: Demand = {
  does: 'asks for multifactor authentication',
  lacks: ({ grant }) => (demandsMfa(grant) ? [] : ['there is a way in without multifactor authentication']),
};

export default check({
  title: 'All users sign in with multifactor authentication',
  why: 'Most accounts are taken over with a password that was guessed, reused or phished; a second factor stops that.',
  fix: 'In the Entra admin center, Protection, Conditional Access, enable a policy for all users and all resources that grants access only with multifactor authentication; leave out no more than two emergency accounts.',
  needs: { policies: judgedPolicies, securityDefaults: optional(securityDefaults) },
  options: { ...COVER, securityDefaultsPass: false },
  evaluate: ({ policies, securityDefaults: defaults }, options) =>
    orSecurityDefaults(policyThat(policies, askingMfa, options), {
      counts: options.securityDefaultsPass,
      defaults,
      do: 'ask all users for multifactor authentication',
    }),
  otherwise: [reported('MFARegistrationV2')],
});
