import { optional, source } from '@cis-scan/engine';
import { judgedPolicies } from '../../facts/graph/judged-policies.ts';
import { securityDefaults } from '../../facts/graph/security-defaults.ts';
import { blocks } from '../../semantics/conditional-access.ts';
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

const needs = { policies: judgedPolicies, securityDefaults: optional(securityDefaults) };
/** Options of the question and their defaults. */
export const LEGACY_OPTIONS = { ...COVER, securityDefaultsPass: true as boolean };

/** Whether sign-ins with legacy authentication are blocked, by policies or by security defaults. */
export const legacyAuthentication = source<typeof needs, typeof LEGACY_OPTIONS>({
  needs,
  evaluate({ policies, securityDefaults: defaults }, options) {
    const types = Object.keys(LEGACY) as (keyof typeof LEGACY)[];
    const judged = types.flatMap((type) => policyThat(policies, blocking(type), options));
    return orSecurityDefaults(judged, {
      counts: options.securityDefaultsPass,
      defaults,
      do: 'block legacy authentication',
    });
  },
});
