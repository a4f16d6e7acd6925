import { check, fail, manual, saw, source, target } from '@cis-scan/engine';
import { secureScores } from '../../facts/secure-score/scores.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { sameControl } from '../../semantics/secure-score.ts';
import { licensed } from '../_licensed.ts';
import { judgeScores, needs } from '../_reported.ts';
import { namesTitled } from '../_titled.ts';

/** The control as public tools know it, and what its title says, should Microsoft rename it. */
const NAME = 'mcas_mda_enabled';
const TITLE = 'Defender for Cloud Apps is enabled';

/** What it means that Secure Score does not list the control: `manual` or `fail`. */
type Unproven = { readonly whenUnproven: string };

export default check({
  title: 'Microsoft Defender for Cloud Apps is in use',
  why: 'It sees what happens in cloud services after the sign-in: mass downloads, odd places, applications that nobody approved.',
  fix: 'In the Defender portal, Settings, Cloud apps, connect Microsoft 365 and the other services you use, and turn the built-in policies on.',
  options: { whenUnproven: 'manual' } as Unproven,
  ...licensed(
    LICENCES.cloudApps,
    source({
      needs,
      evaluate(facts, { whenUnproven }: Unproven, { now }) {
        const { names, unread } = namesTitled(facts.controlProfiles, TITLE);
        const asked = [NAME, ...names.filter((name) => !sameControl(name, NAME))];
        const scores = facts.secureScores;
        const listed = scores?.controls.some(({ name }) => asked.some((one) => sameControl(one, name)));
        if (scores === null || listed) return judgeScores(asked, facts, now);
        if (unread.length > 0) return unread;
        const say = whenUnproven === 'fail' ? fail : manual;
        const reason = `Microsoft Secure Score does not list ${NAME}, and Defender for Cloud Apps itself is not asked`;
        return [say(target, reason, saw(secureScores, { controls: scores.controls.length }, scores.at))];
      },
    }),
  ),
});
