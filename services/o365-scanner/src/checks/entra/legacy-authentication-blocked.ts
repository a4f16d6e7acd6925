import { check, optional, type Judgement } from '@cis-scan/engine';
import { judgedPolicies } from '../../facts/graph/judged-policies.ts';
import { securityDefaults } from '../../facts/graph/security-defaults.ts';
import { blocks } from '../../semantics/conditional-access.ts';
import { reported } from '../_reported.ts';
import { COVER, policyThat, type Demand } from './_policies.ts';
import { orSecurityDefaults } from './_security-defaults.ts';

/** Client app types that sign in without modern authentication, by Microsoft's names. */
const LEGACY = { exchangeActiveSync: 'Exchange ActiveSync', other: 'other legacy clients' } as const;

const blocking = (type: keyof typeof LEGACY): Demand => ({
  does: `blocks ${LEGACY[type]}`,
  conditions: ['client app types'],
  lacks: ({ grant, clientApps }) => [
    ...(blocks(grant) ? [] : ['it does not block']),
    ...(clientApps.includes(type) || clientApps.includes('all') ? [] : [`it is not about ${LEGACY[type]}`]),
  ],
});

export default check({
  title: 'Legacy authentication is blocked',
  why: 'Old protocols know no second factor: a stolen or guessed password alone opens the mailbox.',
  fix: 'In the Entra admin center, Protection, Conditional Access, enable a policy for all users and all resources whose client apps are Exchange ActiveSync and other clients, and block access. Look at the sign-in logs first for who still uses them.',
  needs: { policies: judgedPolicies, securityDefaults: optional(securityDefaults) },
  options: { ...COVER, securityDefaultsPass: true },
  evaluate({ policies, securityDefaults: defaults }, options): readonly Judgement[] {
    const types = Object.keys(LEGACY) as (keyof typeof LEGACY)[];
    const judged = types.flatMap((type) => policyThat(policies, blocking(type), options));
    return orSecurityDefaults(judged, {
      counts: options.securityDefaultsPass,
      defaults,
      do: 'block legacy authentication',
    });
  },
  otherwise: [reported('BlockLegacyAuthentication')],
});
