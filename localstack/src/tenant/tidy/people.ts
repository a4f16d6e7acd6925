import type { Json, JsonObject } from '../json.ts';
import { licence } from '../shapes/organization.ts';
import { as, group, guest, registration, role, ROLES, user } from '../shapes/people.ts';
import { daysBefore } from '../shapes/times.ts';
import { DOMAIN, INITIAL_DOMAIN } from './names.ts';

const id = (at: number): string => `1b2c3d4e-0000-4000-8000-0000000000${at}`;
const gid = (at: number): string => `8d7c6b5a-0000-4000-8000-0000000000${at}`;

/** The two emergency accounts: the only ones that hold a role for good. */
const EMERGENCY = [user(id(10), `emergency.one@${INITIAL_DOMAIN}`), user(id(11), `emergency.two@${INITIAL_DOMAIN}`)];
/** Administrators with accounts of their own; they take a role for some hours when they need it. */
const ADMINS = ['ada', 'bea', 'cem', 'dag'].map((name, at) => user(id(12 + at), `${name}.admin@${INITIAL_DOMAIN}`));
export const PEOPLE = ['ulf', 'vera', 'wim', 'xenia', 'yrsa'].map((name, at) =>
  user(id(20 + at), `${name}@${DOMAIN}`, { onPremisesSyncEnabled: true, licenseDetails: [licence] }),
);
const SYNC = user(id(40), `Sync_dc01@${INITIAL_DOMAIN}`);

export const EMERGENCY_ACCOUNTS = EMERGENCY.map((person) => String(person['id']));
export const EMERGENCY_GROUP = gid(43);
export const REVIEWER = id(12);

const held = (at: number, person: JsonObject, roleId: string): JsonObject => ({
  id: `held-${at}-1`,
  principalId: person['id'] ?? null,
  roleDefinitionId: roleId,
  directoryScopeId: '/',
  principal: as('user', person),
});

/** Who belongs to the tenant, and with which roles. */
export function people(now: Date): Readonly<Record<string, Json>> {
  const ago = daysBefore(now);
  const guests = [
    guest(id(30), 'pia@partner.example', INITIAL_DOMAIN, true, {
      createdDateTime: ago(60),
      signInActivity: {
        lastSignInDateTime: ago(2),
        lastNonInteractiveSignInDateTime: ago(1),
        lastSuccessfulSignInDateTime: ago(2),
      },
    }),
  ];
  const standing = [
    ...EMERGENCY.map((person, at) => held(at, person, ROLES.globalAdministrator)),
    held(9, SYNC, ROLES.directorySynchronization),
  ];
  const eligible = [
    ROLES.globalAdministrator,
    ROLES.securityAdministrator,
    ROLES.exchangeAdministrator,
    ROLES.userAdministrator,
  ];
  return {
    '/users': [...EMERGENCY, ...ADMINS, ...PEOPLE, SYNC, ...guests],
    '/groups': [
      group(gid(40), 'All Larkfield', {
        mail: `all@${DOMAIN}`,
        mailEnabled: true,
        securityEnabled: false,
        visibility: 'Private',
        groupTypes: ['Unified'],
      }),
      group(gid(41), 'Board', {
        mail: `board@${DOMAIN}`,
        mailEnabled: true,
        securityEnabled: false,
        visibility: 'HiddenMembership',
        groupTypes: ['Unified'],
      }),
      group(gid(42), 'Guests', {
        groupTypes: ['DynamicMembership'],
        membershipRule: '(user.userType -eq "Guest")',
        membershipRuleProcessingState: 'On',
      }),
      group(EMERGENCY_GROUP, 'Emergency accounts', {
        isAssignableToRole: true,
        members: EMERGENCY.map((person) => as('user', person)),
      }),
    ],
    '/directoryRoles': [
      role(
        '6c5b4a39-0000-4000-8000-000000000030',
        'Global Administrator',
        ROLES.globalAdministrator,
        EMERGENCY.map((person) => as('user', person)),
      ),
      role(
        '6c5b4a39-0000-4000-8000-000000000031',
        'Directory Synchronization Accounts',
        ROLES.directorySynchronization,
        [as('user', SYNC)],
      ),
      role('6c5b4a39-0000-4000-8000-000000000032', 'Exchange Administrator', ROLES.exchangeAdministrator, []),
    ],
    '/roleManagement/directory/roleAssignments': standing,
    '/roleManagement/directory/roleAssignmentScheduleInstances': standing.map((one, at) => ({
      id: `standing_${at}`,
      principalId: one['principalId'] ?? null,
      roleDefinitionId: one['roleDefinitionId'] ?? null,
      directoryScopeId: '/',
      startDateTime: ago(500),
      endDateTime: null,
      assignmentType: 'Assigned',
      memberType: 'Direct',
      roleAssignmentScheduleId: `standing_${at}`,
    })),
    '/roleManagement/directory/roleEligibilityScheduleInstances': ADMINS.map((person, at) => ({
      id: `eligible_${at}`,
      principalId: person['id'] ?? null,
      roleDefinitionId: eligible[at] ?? null,
      directoryScopeId: '/',
      startDateTime: ago(300),
      endDateTime: null,
      memberType: 'Direct',
      roleEligibilityScheduleId: `eligible_${at}`,
    })),
    '/servicePrincipals': [],
    '/reports/authenticationMethods/userRegistrationDetails': [
      ...EMERGENCY.map((person) => registration(person, true, true, true)),
      ...ADMINS.map((person) => registration(person, true, true, true)),
      ...PEOPLE.map((person) => registration(person, false, true, true)),
    ],
  };
}
