import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { read, unread } from '../../testing/readings.ts';
import check from './users-cannot-consent-to-apps.ts';

const SELF = 'ManagePermissionGrantsForSelf.microsoft-user-default';
const TEAM = 'ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team';
const grant = (id: string, by: string) => ({ id, client: 'app', by, scopes: ['Mail.Read'] });
const facts = (...consentPolicies: readonly string[]) => ({
  authorizationPolicy: {
    usersMayRegisterApps: false,
    consentPolicies,
    invitationsFrom: 'everyone',
    guestRoleId: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  },
  consents: read(new Listing<ReturnType<typeof grant>>([])),
});
const milder = { lowImpactConsentPasses: true };

test.each(
  cases(check, [
    { when: 'no policy', facts: facts(), then: 'pass', says: /consent to no app$/ },
    { when: 'all permissions', facts: facts(`${SELF}-legacy`), then: 'fail', says: /default-legacy/ },
    { when: 'as Microsoft recommends', facts: facts(`${SELF}-recommended`), then: 'fail' },
    { when: 'low impact', facts: facts(`${SELF}-low`), then: 'fail', says: /low impact; not at all is wanted/ },
    { when: 'low impact where that passes', facts: facts(`${SELF}-low`), with: milder, then: 'pass' },
    {
      when: 'legacy where low impact passes',
      facts: facts(`${SELF}-legacy`, `${SELF}-low`),
      with: milder,
      then: 'fail',
    },
    { when: 'a policy of the tenant’s own', facts: facts('ManagePermissionGrantsForSelf.ours'), then: 'fail' },
    { when: 'in another letter case', facts: facts('managePermissionGrantsForSelf.ours'), then: 'fail' },
    { when: 'owners of groups', facts: facts(TEAM), then: 'pass', says: /owners of groups may/ },
    {
      when: 'grants that stand',
      facts: {
        ...facts(),
        consents: read(new Listing([grant('1', 'Principal'), grant('2', 'Principal'), grant('3', 'AllPrincipals')])),
      },
      then: 'pass',
      says: /2 grants that users gave to 1 apps stand/,
    },
    {
      when: 'grants unread',
      facts: { ...facts(), consents: unread('graph/user-consents', 'Directory.Read.All') },
      then: 'pass',
      says: /to no app$/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where the setting cannot be read', () => expect(check.otherwise).toHaveLength(1));
