import { check, fail, optional, pass, saw, target, type Listing, type Reading } from '@cis-scan/engine';
import { authorizationPolicy } from '../../facts/graph/authorization-policy.ts';
import { userConsents } from '../../facts/graph/user-consents.ts';
import { reported } from '../_reported.ts';

/** Policies of this kind are about what users allow for themselves; others are about what owners of groups allow. */
const FOR_SELF = /^ManagePermissionGrantsForSelf\./i;
const LOW_IMPACT = /\.microsoft-user-default-low$/i;
const FOR_OWNED = /^ManagePermissionGrantsForOwnedResource\./i;

/** How many apps users let in themselves: that survives the setting. */
function standing(consents: Reading<Listing<{ readonly client: string; readonly by: string }>>) {
  if (!consents.ok) return { note: '', found: [] };
  const apps = new Set<string>();
  let grants = 0;
  consents.value.map(({ client, by }) => {
    if (by !== 'Principal') return;
    grants++;
    apps.add(client);
  });
  if (grants === 0) return { note: '', found: [] };
  const shown = [...apps].sort().slice(0, 20);
  return {
    note: `; ${grants} grants that users gave to ${apps.size} apps stand whatever is set here`,
    found: [saw(userConsents, { consentType: 'Principal', grants, apps: apps.size, servicePrincipals: shown })],
  };
}

export default check({
  title: 'Users cannot consent to apps',
  why: 'An app that a user lets in reads their mail and files for as long as it likes, and needs neither password nor second factor; attackers ask for exactly that.',
  fix: 'In the Entra admin center, Enterprise applications, Consent and permissions, User consent settings, choose "Do not allow user consent"; then look through the grants that users have already given.',
  needs: { authorizationPolicy, consents: optional(userConsents) },
  options: { lowImpactConsentPasses: false },
  evaluate({ authorizationPolicy: { consentPolicies }, consents }, { lowImpactConsentPasses }) {
    const { note, found: grants } = standing(consents);
    const found = saw(authorizationPolicy, {
      'defaultUserRolePermissions.permissionGrantPoliciesAssigned': [...consentPolicies].sort(),
    });
    const own = consentPolicies.filter((name) => FOR_SELF.test(name));
    const wrong = lowImpactConsentPasses ? own.filter((name) => !LOW_IMPACT.test(name)) : own;
    const owners = consentPolicies.some((name) => FOR_OWNED.test(name))
      ? '; owners of groups may let apps into these'
      : '';
    if (wrong.length > 0) {
      const few = wrong.every((name) => LOW_IMPACT.test(name));
      const what = few
        ? 'to apps of verified publishers, for permissions of low impact'
        : `to apps (${[...wrong].sort().join(', ')})`;
      return [fail(target, `users may consent ${what}; not at all is wanted${owners}${note}`, found, ...grants)];
    }
    const allowed = own.length > 0 ? 'to permissions of low impact only' : 'to no app';
    return [pass(target, `users may consent ${allowed}${owners}${note}`, found, ...grants)];
  },
  otherwise: [reported('IntegratedApps')],
});
