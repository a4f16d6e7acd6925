import { check, fail, saw, source, target } from '@cis-scan/engine';
import { safeLinksInForce } from '../../facts/exchange/safe-links-in-force.ts';
import { safeLinksPolicies } from '../../facts/exchange/safe-links-policies.ts';
import { LICENCES } from '../../semantics/licences.ts';
import type { WantedSwitches } from '../../semantics/switches.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';
import { judgeSwitches } from './_switches.ts';

const options: WantedSwitches = {
  mustBeOn: [
    'EnableSafeLinksForOffice',
    'EnableSafeLinksForEmail',
    'EnableSafeLinksForTeams',
    'TrackClicks',
    'ScanUrls',
    'EnableForInternalSenders',
    'DeliverMessageAfterScan',
  ],
  mustBeOff: ['AllowClickThrough', 'DisableUrlRewrite'],
};

export default check({
  title: 'Links in Office applications are checked when they are clicked',
  why: 'A link can be harmless when a document is sent and harmful a day later; a check at the moment of the click catches it.',
  fix: 'In the Defender portal, Policies & rules, Threat policies, Safe Links, edit the policy that comes first and turn on Safe Links for Office apps (Set-SafeLinksPolicy -EnableSafeLinksForOffice $true).',
  options,
  ...licensed(
    LICENCES.defenderP1,
    source({
      needs: { policies: safeLinksInForce },
      evaluate: ({ policies }, wanted: WantedSwitches) =>
        policies
          .filter((policy) => policy.effective)
          .each(
            (policy) =>
              judgeSwitches(
                {
                  where: policy,
                  subject: `the Safe Links policy that comes first, "${policy.name}" (${policy.place.by})`,
                  fact: safeLinksPolicies,
                  switches: policy.switches,
                  fields: { policy: policy.name, inForceBy: policy.place.by },
                },
                wanted,
              ),
            () =>
              fail(
                target,
                'no Safe Links policy is in force: no enabled rule applies one, and there is no built-in protection',
                saw(safeLinksPolicies, { inForce: 0 }),
              ),
          ),
    }),
  ),
  otherwise: [licensed(LICENCES.defenderP1, reported('mdo_safelinksforOfficeApps'))],
});
