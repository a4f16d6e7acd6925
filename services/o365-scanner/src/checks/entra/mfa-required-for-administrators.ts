import { check, optional } from '@cis-scan/engine';
import { judgedPolicies } from '../../facts/graph/judged-policies.ts';
import { securityDefaults } from '../../facts/graph/security-defaults.ts';
import { demandsMfa } from '../../semantics/conditional-access.ts';
import { ROLES, roleName } from '../../semantics/roles.ts';
import { reported } from '../_reported.ts';
import { COVER, policyThat, type Demand } from './_policies.ts';
import { orSecurityDefaults } from './_security-defaults.ts';

/** Fifteen roles that can change the tenant or read everything in it, by template id. */
const ADMINISTRATORS = Object.keys(ROLES).filter((id) => id !== 'd29b2b05-8046-44ba-8758-1e26182fcf32');

const askingMfaOf = (role: string): Demand => ({
  does: 'asks for multifactor authentication',
  whom: 'every administrator',
  audienceLacks: ({ users }) =>
    users.include.includes('All') || users.includeRoles.includes(role)
      ? []
      : [`it is not for the role ${roleName(role)}`],
  lacks: ({ grant }) => (demandsMfa(grant) ? [] : ['there is a way in without multifactor authentication']),
});

export default check({
  title: 'Administrators sign in with multifactor authentication',
  why: 'One guessed or phished password of an administrator opens the whole tenant.',
  fix: 'In the Entra admin center, Protection, Conditional Access, enable a policy for the directory roles of administrators and all resources that grants access only with multifactor authentication; leave out no more than two emergency accounts.',
  needs: { policies: judgedPolicies, securityDefaults: optional(securityDefaults) },
  options: { ...COVER, roles: ADMINISTRATORS as readonly string[], securityDefaultsPass: false },
  evaluate({ policies, securityDefaults: defaults }, options) {
    const judged = options.roles.flatMap((role) => policyThat(policies, askingMfaOf(role), options));
    // roles that the same policy covers, or that every policy misses alike, are told once
    const told = judged.filter((j, i) => judged.findIndex((k) => k.reason === j.reason) === i);
    return orSecurityDefaults(told, {
      counts: options.securityDefaultsPass,
      defaults,
      do: 'ask administrators for multifactor authentication',
    });
  },
  otherwise: [reported('AdminMFAV2')],
});
