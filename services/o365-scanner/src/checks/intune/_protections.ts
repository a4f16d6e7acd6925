import { source, type Widened } from '@cis-scan/engine';
import { deviceCompliancePoliciesBeta } from '../../facts/graph/device-compliance-policies-beta.ts';
import { PROTECTIONS } from '../../semantics/device-policy.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { licensed } from '../_licensed.ts';
import { carried, type Demand } from './_demand.ts';
import { onEveryPlatform, perPlatform, untold, type Seen, type Sources } from './_family.ts';

/** Options of the check. */
export const PROTECTION_OPTIONS = {
  mustBeOn: ['activeFirewallRequired', 'antivirusRequired', 'antiSpywareRequired'],
  platforms: ['windows'],
};

type Wanted = typeof PROTECTION_OPTIONS;

const demand: Demand<Wanted> = {
  kinds: ['compliance'],
  does: ({ mustBeOn }) => `demands ${mustBeOn.join(', ')}`,
  meets: ({ protections }, { mustBeOn }) => mustBeOn.every((name) => protections[name] === true),
  shows: ({ protections }) =>
    Object.keys(protections)
      .filter((name) => protections[name])
      .sort()
      .join(', ') || null,
};

const BETA: Sources = {
  configuration: deviceCompliancePoliciesBeta,
  compliance: deviceCompliancePoliciesBeta,
  catalogue: deviceCompliancePoliciesBeta,
};

/** A protection that no interface calls so cannot be seen to be off. */
function judge(seen: Seen, given: Widened<Wanted>) {
  const unknown = given.mustBeOn.filter((name) => !(PROTECTIONS as readonly string[]).includes(name));
  if (unknown.length > 0) return [untold(`${unknown.join(', ')} is not known of compliance policies for Windows`)];
  return carried(demand, seen, given);
}

/** By v1.0 of Graph, which does not document these members: where one is left out, this source could not tell. */
export const protections = onEveryPlatform<Wanted>((seen, given) => {
  const judged = judge(seen, given);
  const silent = seen.assigned.filter(
    ({ kind, settings }) => kind === 'compliance' && given.mustBeOn.some((name) => !(name in settings.protections)),
  );
  return judged.some(({ verdict }) => verdict === 'fail') && silent.length > 0
    ? [untold(`v1.0 of Graph does not tell all of ${given.mustBeOn.join(', ')}`)]
    : judged;
});

/** By the version of Graph that documents them. */
export const protectionsBeta = licensed(
  LICENCES.intune,
  source<{ readonly policies: typeof deviceCompliancePoliciesBeta }, Wanted>({
    needs: { policies: deviceCompliancePoliciesBeta },
    evaluate: ({ policies }, given) => perPlatform(given, { compliance: policies }, (seen) => judge(seen, given), BETA),
  }),
);
