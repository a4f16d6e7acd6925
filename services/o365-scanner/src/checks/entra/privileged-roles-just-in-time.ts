import { check, fail, manual, optional, pass, saw, source, target, type Judgement } from '@cis-scan/engine';
import { roleAssignments } from '../../facts/graph/role-assignments.ts';
import { roleEligibilities } from '../../facts/graph/role-eligibilities.ts';
import { roleHolders, type RoleHolder } from '../../facts/graph/role-holders.ts';
import { roleScheduleInstances } from '../../facts/graph/role-schedule-instances.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { roleName } from '../../semantics/roles.ts';
import { licensed } from '../_licensed.ts';
import { beyondAllowed, isJudged, STANDING, usersIn, type Standing } from './_standing.ts';

const options = { ...STANDING, whenUnlicensed: 'not-applicable' as string };
type Wanted = typeof options;

const named = ({ name, roles }: Standing): string => `${name} (${roles.map(roleName).join(', ')})`;
const nobody = (users: readonly Standing[], how: string): string =>
  users.length === 0
    ? `nobody holds a role ${how}`
    : `nobody holds a role ${how} but the allowed global administrators ${users.map(({ name }) => name).join(', ')}`;

const needs = { instances: roleScheduleInstances, holders: roleHolders, eligible: optional(roleEligibilities) };

/** Privileged Identity Management itself says what was given for good and what was activated for some hours. */
const bySchedule = source<typeof needs, Wanted>({
  needs,
  evaluate({ instances, holders, eligible }, wanted): readonly Judgement[] {
    const forGood = instances
      .filter(({ type, ends, role }) => type === 'Assigned' && ends === null && isJudged(role, wanted))
      .map(({ principal, role }) => ({ principal, role }));
    // the schedules name principals only; who they are, and who is in the groups, the assignments tell
    const standing = forGood
      .join(holders, (a, holder) => a.role === holder.role && (holder.via ?? holder.id) === a.principal)
      .flatMap(({ left, right }): readonly RoleHolder[] => (right.length > 0 ? right : [stranger(left)]));
    const { users, unread } = usersIn(standing);
    let activatable = 0;
    if (eligible.ok) eligible.value.map(() => activatable++);
    const others = eligible.ok ? [saw(roleEligibilities, { eligible: activatable })] : [];
    const fails = beyondAllowed(users, wanted).map((user) =>
      fail(
        user,
        `${named(user)} holds this for good; roles are to be activated when needed`,
        saw(roleScheduleInstances, { user: user.name, roles: user.roles.map(roleName), endDateTime: null }),
        ...others,
      ),
    );
    if (fails.length > 0 || unread.length > 0) return [...fails, ...unread];
    const found = saw(roleScheduleInstances, { standing: users.map(named) });
    return [pass(target, nobody(users, 'for good'), found, ...others)];
  },
});

const stranger = ({ principal, role }: { readonly principal: string; readonly role: string }): RoleHolder => ({
  id: principal,
  role,
  scope: '/',
  kind: 'unknown',
  name: null,
  enabled: null,
  via: null,
  unread: null,
});

/** Without the schedules an activated role looks like one given for good: only few holders prove anything. */
const needsOfAssignments = { holders: roleHolders, schedule: optional(roleScheduleInstances) };
const byAssignment = source<typeof needsOfAssignments, Wanted>({
  needs: needsOfAssignments,
  evaluate({ holders, schedule }, wanted): readonly Judgement[] {
    const { users, unread } = usersIn(holders.filter(({ role }) => isJudged(role, wanted)));
    const beyond = beyondAllowed(users, wanted);
    if (beyond.length === 0) {
      return unread.length > 0
        ? unread
        : [pass(target, nobody(users, 'at this moment'), saw(roleAssignments, { active: users.map(named) }))];
    }
    const reason = `${beyond.length} users hold a role now; whether for good or activated for some hours, only the schedules of Privileged Identity Management tell`;
    const shown = saw(roleAssignments, { active: beyond.slice(0, 50).map(named) });
    return [{ ...manual(target, reason, shown), rights: schedule.ok ? [] : schedule.gap.rights }];
  },
});

export default check({
  title: 'Privileged roles are activated when needed, not held for good',
  why: 'An account that is always an administrator is worth stealing at any hour; one that has to activate the role, with a reason and a second factor, is not.',
  fix: 'In the Entra admin center, Identity Governance, Privileged Identity Management, Microsoft Entra roles, make the assignments eligible instead of active; keep no more than two emergency accounts as permanent global administrators.',
  options,
  ...licensed(LICENCES.entraP2, bySchedule),
  otherwise: [licensed(LICENCES.entraP2, byAssignment)],
});
