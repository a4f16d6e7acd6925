import { notAssessed, target, type Judgement, type Listing } from '@cis-scan/engine';
import { roleAssignments } from '../../facts/graph/role-assignments.ts';
import type { RoleHolder } from '../../facts/graph/role-holders.ts';
import { GLOBAL_ADMINISTRATOR } from '../../semantics/roles.ts';

/** Options of controls about who may hold a role without end. */
export const STANDING = {
  roles: [] as readonly string[],
  ignoredRoles: ['d29b2b05-8046-44ba-8758-1e26182fcf32'] as readonly string[],
  maxStandingGlobalAdministrators: 2,
  emergencyAccounts: [] as readonly string[],
};

/** A user with the roles that they hold. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** True for the roles that the control is about. */
export const isJudged = (role: string, { roles, ignoredRoles }: typeof STANDING): boolean =>
  !ignoredRoles.includes(role) && (roles.length === 0 || roles.includes(role));

/** The users among holders, each with their roles, sorted; and what stands in the way of knowing them all. */
export function usersIn(holders: Listing<RoleHolder>): {
  readonly users: readonly Standing[];
  readonly unread: readonly Judgement[];
} {
  const users = new Map<string, { readonly name: string; readonly roles: Set<string> }>();
  const unread = holders.each(
    (holder) => {
      if (holder.unread !== null) return notAssessed(holder.unread, target);
      if (holder.kind === 'unknown') {
        const detail = `the directory does not show who the holder ${holder.id} is`;
        return notAssessed({ fact: roleAssignments.name, cause: 'unsupported', rights: [], detail }, target);
      }
      if (holder.kind !== 'user') return [];
      const known = users.get(holder.id) ?? { name: holder.name ?? holder.id, roles: new Set<string>() };
      known.roles.add(holder.role);
      users.set(holder.id, known);
      return [];
    },
    () => [],
    { about: target },
  );
  const sorted = [...users].sort(([a], [b]) => (a < b ? -1 : 1));
  return { users: sorted.map(([id, { name, roles }]) => ({ id, name, roles: [...roles].sort() })), unread };
}

/**
 * The users who hold more than they may, with these roles: nobody may, but for a few global administrators. Where
 * emergency accounts are named, these are the few.
 */
export function beyondAllowed(users: readonly Standing[], options: typeof STANDING): readonly Standing[] {
  const { emergencyAccounts, maxStandingGlobalAdministrators: most } = options;
  const global = users.filter(({ roles }) => roles.includes(GLOBAL_ADMINISTRATOR));
  const named = ({ id, name }: Standing): boolean =>
    emergencyAccounts.some((account) => [id, name.toLowerCase()].includes(account.toLowerCase()));
  const mayBeGlobal = (user: Standing): boolean =>
    global.length <= most && (emergencyAccounts.length === 0 || named(user));
  return users
    .map((user) => ({
      ...user,
      roles: user.roles.filter((role) => role !== GLOBAL_ADMINISTRATOR || !mayBeGlobal(user)),
    }))
    .filter(({ roles }) => roles.length > 0);
}
