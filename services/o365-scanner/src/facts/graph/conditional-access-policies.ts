import type { Condition, Grant, Policy, Session } from '../../semantics/conditional-access.ts';
import type { Answer } from '../answer.ts';
import { graphList } from '../define.ts';

const words = (place: Answer): readonly string[] => place.or([], (some) => some.words());
const STATES = { enabled: 'enabled', disabled: 'disabled', enabledForReportingButNotEnforced: 'report-only' } as const;

/** A condition that names everything and leaves nothing out narrows nothing. */
const narrows = (place: Answer, included: string, excluded: string): boolean =>
  place.or(false, (some) => {
    const include = words(some.at(included));
    return (include.length > 0 && !include.some((x) => /^all$/i.test(x))) || words(some.at(excluded)).length > 0;
  });

function narrowedBy(conditions: Answer): readonly Condition[] {
  const clientApps = words(conditions.at('clientAppTypes'));
  const some = (name: string): boolean => words(conditions.at(name)).length > 0;
  const there: Readonly<Record<Condition, boolean>> = {
    platforms: narrows(conditions.at('platforms'), 'includePlatforms', 'excludePlatforms'),
    locations: narrows(conditions.at('locations'), 'includeLocations', 'excludeLocations'),
    devices: conditions
      .at('devices')
      .or(false, (d) => !d.at('deviceFilter').absent() || narrows(d, 'includeDevices', 'excludeDevices')),
    'client applications': conditions.at('clientApplications').or(false, () => true),
    'authentication flows': conditions
      .at('authenticationFlows')
      .or(false, (f) => words(f.at('transferMethods')).length > 0),
    'client app types': clientApps.length > 0 && !clientApps.includes('all'),
    'sign-in risk': some('signInRiskLevels'),
    'user risk': some('userRiskLevels'),
    'insider risk': some('insiderRiskLevels'),
    'service principal risk': some('servicePrincipalRiskLevels'),
  };
  return (Object.keys(there) as Condition[]).filter((name) => there[name]);
}

const grantOf = (grant: Answer): Grant => ({
  // without an operator there is at most one demand, and both words mean the same
  operator: grant.at('operator').or('OR', (word) => word.oneOf('AND', 'OR')),
  controls: words(grant.at('builtInControls')),
  strength: grant.at('authenticationStrength').or(null, (strength) => ({
    id: strength.at('id').text(),
    satisfies: words(strength.at('requirementsSatisfied')),
  })),
  others: words(grant.at('termsOfUse')).length + words(grant.at('customAuthenticationFactors')).length,
});

function frequencyOf(frequency: Answer): Session['signInFrequency'] {
  if (!frequency.at('isEnabled').flag()) return null;
  if (frequency.at('frequencyInterval').or('timeBased', (word) => word.text()) === 'everyTime') return 'every-time';
  const hours = frequency.at('type').oneOf('hours', 'days') === 'days' ? 24 : 1;
  return { hours: frequency.at('value').number() * hours };
}
const sessionOf = (session: Answer): Session => ({
  signInFrequency: session.at('signInFrequency').or(null, frequencyOf),
  persistentBrowser: session
    .at('persistentBrowser')
    .or(null, (b) => (b.at('isEnabled').flag() ? b.at('mode').oneOf('always', 'never') : null)),
});

const NOBODY: Policy['users'] = {
  include: [],
  includeGroups: [],
  includeRoles: [],
  exclude: [],
  excludeGroups: [],
  excludeRoles: [],
  excludesGuests: false,
};
function usersOf(users: Answer): Policy['users'] {
  const exclude = words(users.at('excludeUsers'));
  return {
    include: words(users.at('includeUsers')),
    includeGroups: words(users.at('includeGroups')),
    includeRoles: words(users.at('includeRoles')),
    exclude,
    excludeGroups: words(users.at('excludeGroups')),
    excludeRoles: words(users.at('excludeRoles')),
    excludesGuests: exclude.includes('GuestsOrExternalUsers') || !users.at('excludeGuestsOrExternalUsers').absent(),
  };
}

/** Conditional Access policies in any state. Without Entra ID P1 the list is empty. */
export const conditionalAccessPolicies = graphList({
  name: 'graph/conditional-access-policies',
  get: '/v1.0/identity/conditionalAccess/policies',
  permissions: ['Policy.Read.All'],
  read: (item): Policy => {
    const conditions = item.at('conditions');
    const users = conditions.at('users');
    const apps = conditions.at('applications');
    return {
      id: item.at('id').text(),
      name: item.at('displayName').or('', (name) => name.text()),
      state: STATES[item.at('state').oneOf('enabled', 'disabled', 'enabledForReportingButNotEnforced')],
      // a policy for workloads names no users at all
      users: users.or(NOBODY, usersOf),
      apps: {
        include: words(apps.at('includeApplications')),
        exclude: words(apps.at('excludeApplications')),
        filtered: !apps.at('applicationFilter').absent(),
      },
      clientApps: words(conditions.at('clientAppTypes')),
      signInRisk: words(conditions.at('signInRiskLevels')),
      userRisk: words(conditions.at('userRiskLevels')),
      narrowedBy: narrowedBy(conditions),
      grant: item.at('grantControls').or(null, grantOf),
      session: item.at('sessionControls').or(null, sessionOf),
    };
  },
});
