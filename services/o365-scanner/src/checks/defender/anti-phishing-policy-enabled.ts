import { check, fail, notAssessed, pass, saw, source, target, type Judgement } from '@cis-scan/engine';
import { antiPhishInForce } from '../../facts/exchange/anti-phish-in-force.ts';
import { antiPhishPolicies, type AntiPhishPolicy } from '../../facts/exchange/anti-phish-policies.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { switchesAmiss } from '../../semantics/switches.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';
import { oneInForce } from './_in-force.ts';

type Wanted = {
  readonly minPhishThreshold: number;
  readonly mustBeOn: readonly string[];
  /** Besides the default policy there must be another, or the default be hardened; else the one that comes first is judged. */
  readonly customPolicyRequired: boolean;
};

const options: Wanted = {
  minPhishThreshold: 3,
  mustBeOn: [
    'EnableTargetedUserProtection',
    'EnableOrganizationDomainsProtection',
    'EnableMailboxIntelligence',
    'EnableMailboxIntelligenceProtection',
    'EnableSpoofIntelligence',
  ],
  customPolicyRequired: false,
};

/**
 * What makes the default policy as good as one of the organisation's own: no benchmark says it for 1.x, so that the first
 * demands that later versions make are taken.
 */
const HARDENED = {
  minPhishThreshold: 2,
  mustBeOn: ['EnableMailboxIntelligence', 'EnableMailboxIntelligenceProtection', 'EnableSpoofIntelligence'],
} as const;

/** The stricter of two demands. */
const both = (a: Pick<Wanted, 'minPhishThreshold' | 'mustBeOn'>, b: typeof a): typeof a => ({
  minPhishThreshold: Math.max(a.minPhishThreshold, b.minPhishThreshold),
  mustBeOn: [...new Set([...a.mustBeOn, ...b.mustBeOn])],
});

function judge(policy: AntiPhishPolicy, wanted: Pick<Wanted, 'minPhishThreshold' | 'mustBeOn'>): Judgement {
  const { name, isDefault, enabled, threshold, switches } = policy;
  const { minPhishThreshold, mustBeOn } = wanted;
  const subject = `the ${isDefault ? 'default ' : ''}anti-phishing policy "${name}"`;
  const shown = Object.fromEntries(mustBeOn.map((one) => [one, switches[one] ?? null]));
  const found = saw(antiPhishPolicies, { policy: name, Enabled: enabled, PhishThresholdLevel: threshold, ...shown });
  // 1 is the lowest level there is
  const asksForLevel = minPhishThreshold > 1;
  const { wrong, untold } = switchesAmiss(switches, { mustBeOn, mustBeOff: [] });
  const lacks = [
    ...(enabled ? [] : ['it is off']),
    ...(asksForLevel && threshold !== null && threshold < minPhishThreshold
      ? [`PhishThresholdLevel is ${threshold}, at least ${minPhishThreshold} is wanted`]
      : []),
    ...wrong,
  ];
  if (lacks.length > 0) return fail(policy, `${subject}: ${lacks.join('; ')}`, found);
  const unknown = [...(asksForLevel && threshold === null ? ['PhishThresholdLevel'] : []), ...untold];
  if (unknown.length > 0) {
    const detail = `${subject}: the answer does not tell ${unknown.join(', ')}`;
    return notAssessed({ fact: antiPhishPolicies.name, cause: 'failed', rights: [], detail }, policy);
  }
  return pass(policy, `${subject} is on and set as wanted`, found);
}

export default check({
  title: 'An anti-phishing policy of the organisation is in force',
  why: 'The policy that everybody gets does little against mail that pretends to come from your own people and domains.',
  fix: 'In the Defender portal, Policies & rules, Threat policies, Anti-phishing, create a policy for all your domains with impersonation protection, mailbox intelligence and spoof intelligence, or turn on a preset security policy.',
  options,
  ...licensed(
    LICENCES.defenderP1,
    source({
      needs: { policies: antiPhishInForce },
      evaluate: ({ policies }, wanted: Wanted) => {
        if (!wanted.customPolicyRequired) {
          return policies
            .filter((policy) => policy.effective)
            .each(
              (policy) => judge(policy, wanted),
              () => fail(target, 'no anti-phishing policy is in force', saw(antiPhishPolicies, { inForce: 0 })),
            );
        }
        return oneInForce(policies, { what: 'anti-phishing policy', fact: antiPhishPolicies }, (policy) =>
          judge(policy, policy.isDefault ? both(wanted, HARDENED) : wanted),
        );
      },
    }),
  ),
  otherwise: [
    licensed(
      LICENCES.defenderP1,
      reported([
        'mdo_antiphishingpolicies',
        'mdo_enabledomainstoprotect',
        'mdo_targetedusersprotection',
        'mdo_mailboxintelligenceprotection',
        'mdo_phishthresholdlevel',
      ]),
    ),
  ],
});
