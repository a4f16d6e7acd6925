import { check, notApplicable, optional, saw, target, type Listing, type Reading } from '@cis-scan/engine';
import { roleAssignments } from '../../facts/graph/role-assignments.ts';
import { roleHolders, type RoleHolder } from '../../facts/graph/role-holders.ts';
import { GLOBAL_ADMINISTRATOR, roleName } from '../../semantics/roles.ts';
import { reviewed } from '../_review.ts';

export default check({
  title: 'Administrative roles other than Global Administrator are reviewed regularly',
  why: 'Roles are given for a task and stay when it is done; together they open as much as the greatest role.',
  fix: 'In the Entra admin center, Roles and administrators, go through who holds each role and remove what is no longer needed; an access review under Identity Governance does it on a schedule.',
  needs: { holders: optional(roleHolders) },
  options: { windowDays: 7 },
  evaluate({ holders }, { windowDays }) {
    const list: Reading<Listing<RoleHolder>> = holders.ok ? { ...holders, value: others(holders.value) } : holders;
    return reviewed({
      fact: roleAssignments,
      list,
      what: 'assignments of roles other than Global Administrator',
      task: `review them at least every ${windowDays} days`,
      order: (a, b) => (key(a) < key(b) ? -1 : 1),
      show: ({ id, role, name, kind, via, scope }) => ({
        role: roleName(role),
        holder: name ?? id,
        kind,
        ...(via === null ? {} : { throughGroup: via }),
        ...(scope === '/' ? {} : { scope }),
      }),
      whenNone: () =>
        notApplicable(
          target,
          'nobody holds a role other than Global Administrator',
          saw(roleAssignments, { count: 0 }),
        ),
    });
  },
});

const others = (holders: Listing<RoleHolder>) => holders.filter(({ role }) => role !== GLOBAL_ADMINISTRATOR);
const key = ({ role, id, scope, via }: RoleHolder): string => [roleName(role), id, scope, via ?? ''].join(' ');
