import { check, source } from '@cis-scan/engine';
import { safeLinksInForce } from '../../facts/exchange/safe-links-in-force.ts';
import { safeLinksPolicies } from '../../facts/exchange/safe-links-policies.ts';
import { LICENCES } from '../../semantics/licences.ts';
import type { WantedSwitches } from '../../semantics/switches.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';
import { oneInForce } from './_in-force.ts';
import { judgeSwitches } from './_switches.ts';

const options: WantedSwitches = {
  mustBeOn: ['EnableSafeLinksForEmail', 'ScanUrls', 'EnableForInternalSenders'],
  mustBeOff: ['AllowClickThrough'],
};

export default check({
  title: 'Links in mail are checked, also between colleagues, and a warning cannot be clicked away',
  why: 'Phishing lives on links; once one mailbox is taken over, the next links come from a colleague.',
  fix: 'In the Defender portal, Policies & rules, Threat policies, Safe Links, create a policy for all your domains: links in mail rewritten and scanned, also within the organisation, and users not let through to the original address.',
  options,
  ...licensed(
    LICENCES.defenderP1,
    source({
      needs: { policies: safeLinksInForce },
      evaluate: ({ policies }, wanted: WantedSwitches) =>
        oneInForce(policies, { what: 'Safe Links policy', fact: safeLinksPolicies }, (policy) =>
          judgeSwitches(
            {
              where: policy,
              subject: `the Safe Links policy "${policy.name}" (${policy.place.by})`,
              fact: safeLinksPolicies,
              switches: policy.switches,
              fields: { policy: policy.name, inForceBy: policy.place.by },
            },
            wanted,
          ),
        ),
    }),
  ),
  otherwise: [licensed(LICENCES.defenderP1, reported('mdo_safelinksforemail'))],
});
