import type { Json, JsonObject } from '../json.ts';
import { licence } from '../shapes/organization.ts';
import { as, group, guest, registration, role, ROLES, user } from '../shapes/people.ts';
import { daysBefore } from '../shapes/times.ts';
import { DOMAIN, INITIAL_DOMAIN } from './names.ts';

const id = (at: number): string => `0a1b2c3d-0000-4000-8000-0000000000${String(at).padStart(2, '0')}`;
const gid = (at: number): string => `9e8d7c6b-0000-4000-8000-0000000000${at}`;

/** Six people share the tenant's highest role, for good; one of them works under his everyday account. */
const ADMINS = ['ada', 'bo', 'carl', 'dina', 'egon', 'fia'].map((name, at) =>
  user(id(10 + at), `${name}@${DOMAIN}`, {
    assignedLicenses: [{ skuId: licence['skuId'] ?? null, disabledPlans: [] }],
    licenseDetails: [licence],
  }),
);
export const PEOPLE = ['gun', 'hans', 'ida', 'jon'].map((name, at) =>
  user(id(20 + at), `${name}@${DOMAIN}`, { licenseDetails: [licence] }),
);
const BACKUP: JsonObject = {
  id: '5b1a7c9d-0000-4000-8000-000000000064',
  displayName: 'backup-tool',
  appId: 'b0c1d2e3-0000-4000-8000-000000000031',
  accountEnabled: true,
};

export const EXCLUDED_GROUP = gid(43);
export const SERVICE_ACCOUNTS = PEOPLE.map((person) => String(person['id']));
export const REVIEWER = id(10);

function assignment(at: number, person: JsonObject, type: 'user' | 'servicePrincipal', roleId: string): JsonObject {
  return {
    id: `assignment-${at}-1`,
    principalId: person['id'] ?? null,
    roleDefinitionId: roleId,
    directoryScopeId: '/',
    principal: as(type, person),
  };
}

/** Who belongs to the tenant, and with which roles. */
export function people(now: Date): Readonly<Record<string, Json>> {
  const ago = daysBefore(now);
  const guests = [
    guest(id(30), 'pia@partner.example', INITIAL_DOMAIN, true, {
      createdDateTime: ago(700),
      signInActivity: {
        lastSignInDateTime: ago(400),
        lastNonInteractiveSignInDateTime: ago(390),
        lastSuccessfulSignInDateTime: ago(400),
      },
    }),
    guest(id(31), 'otto@supplier.example', INITIAL_DOMAIN, false, { createdDateTime: ago(210) }),
    guest(id(32), 'lena@agency.example', INITIAL_DOMAIN, true, {
      createdDateTime: ago(20),
      accountEnabled: false,
      signInActivity: {
        lastSignInDateTime: ago(3),
        lastNonInteractiveSignInDateTime: null,
        lastSuccessfulSignInDateTime: ago(3),
      },
    }),
  ];
  const held = [
    ...ADMINS.map((person, at) => assignment(at, person, 'user', ROLES.globalAdministrator)),
    assignment(10, BACKUP, 'servicePrincipal', ROLES.globalAdministrator),
    assignment(11, PEOPLE[0] ?? {}, 'user', ROLES.exchangeAdministrator),
    assignment(12, PEOPLE[1] ?? {}, 'user', ROLES.userAdministrator),
  ];
  return {
    '/users': [...ADMINS, ...PEOPLE, ...guests],
    '/groups': [
      group(gid(40), 'Everybody at Harbourline', {
        mail: `all@${DOMAIN}`,
        mailEnabled: true,
        securityEnabled: false,
        visibility: 'Public',
        groupTypes: ['Unified'],
      }),
      group(gid(41), 'Boardroom', {
        mail: `board@${DOMAIN}`,
        mailEnabled: true,
        securityEnabled: false,
        visibility: 'Private',
        groupTypes: ['Unified'],
      }),
      group(gid(42), 'Guests', {
        groupTypes: ['DynamicMembership'],
        membershipRule: '(user.userType -eq "Guest")',
        membershipRuleProcessingState: 'On',
      }),
      group(EXCLUDED_GROUP, 'MFA exceptions', { members: PEOPLE.map((person) => as('user', person)) }),
    ],
    // activated by an administrator whose portal speaks German
    '/directoryRoles': [
      role('7d6c5b4a-0000-4000-8000-000000000030', 'Globaler Administrator', ROLES.globalAdministrator, [
        ...ADMINS.map((person) => as('user', person)),
        as('servicePrincipal', BACKUP),
      ]),
      role('7d6c5b4a-0000-4000-8000-000000000031', 'Exchange-Administrator', ROLES.exchangeAdministrator, [
        as('user', PEOPLE[0] ?? {}),
      ]),
      role('7d6c5b4a-0000-4000-8000-000000000032', 'Benutzeradministrator', ROLES.userAdministrator, [
        as('user', PEOPLE[1] ?? {}),
      ]),
    ],
    '/roleManagement/directory/roleAssignments': held,
    '/roleManagement/directory/roleAssignmentScheduleInstances': held.map((one, at) => ({
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
    '/roleManagement/directory/roleEligibilityScheduleInstances': [],
    '/servicePrincipals': [BACKUP],
    '/reports/authenticationMethods/userRegistrationDetails': [
      ...ADMINS.map((person, at) => registration(person, true, at > 1, true)),
      ...PEOPLE.map((person, at) => registration(person, false, at % 2 === 0, at === 0)),
    ],
  };
}
