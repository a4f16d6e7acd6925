import { check, fail, notApplicable, notAssessed, pass, saw, source, target, withGap } from '@cis-scan/engine';
import { groupSettings, type GroupSetting } from '../../facts/graph/group-settings.ts';
import { organization } from '../../facts/graph/organization.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';

/** Template of the directory's rules for passwords. */
const PASSWORD_RULES = '5cf42378-d67d-4f36-ba46-e8b86229381d';
const CHECKED = 'EnableBannedPasswordCheckOnPremises';
const MODE = 'BannedPasswordCheckOnPremisesMode';

function judged({ values }: GroupSetting) {
  const checked = values.get(CHECKED);
  const mode = values.get(MODE);
  if (checked === undefined || mode === undefined) {
    const detail = `the rules for passwords do not tell ${checked === undefined ? CHECKED : MODE}`;
    return notAssessed({ fact: groupSettings.name, cause: 'unsupported', rights: [], detail }, target);
  }
  const found = saw(groupSettings, { [CHECKED]: checked, [MODE]: mode });
  if (checked.toLowerCase() !== 'true') {
    return fail(target, 'passwords are not checked on premises, banned ones are to be refused there', found);
  }
  if (!/^enforced?$/i.test(mode)) {
    return fail(target, `banned passwords are looked for on premises in mode "${mode}", Enforce is wanted`, found);
  }
  const beside = 'whether every domain controller runs its agent is not visible from here';
  return pass(target, `banned passwords are refused on premises; ${beside}`, found);
}

const bySetting = source({
  needs: { organization, settings: withGap(groupSettings) },
  evaluate({ organization: { synchronized }, settings }) {
    if (!synchronized) {
      const reason = 'no directory on premises is synchronized with the tenant';
      return [notApplicable(target, reason, saw(organization, { onPremisesSyncEnabled: false }))];
    }
    if (!settings.ok) return [notAssessed(settings.gap, target)];
    return settings.value
      .filter(({ template }) => template === PASSWORD_RULES)
      .each(
        judged,
        () => {
          const reason =
            'the rules for passwords were never changed, so banned ones are only logged on premises (mode Audit), Enforce is wanted';
          return fail(target, reason, saw(groupSettings, { passwordRules: 'default' }));
        },
        { about: target },
      );
  },
});

export default check({
  title: 'Banned passwords are refused by the directory on premises',
  why: 'Passwords of synchronized users are set on premises, where nothing else stops the ones that attackers try first.',
  fix: 'In the Entra admin center, Protection, Authentication methods, Password protection, enable it for Windows Server Active Directory in mode Enforced, and install its agent on every domain controller.',
  ...licensed(LICENCES.entraP1, bySetting),
  otherwise: [licensed(LICENCES.entraP1, reported('aad_password_protection'))],
});
