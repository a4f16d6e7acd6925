import { derive, Listing, type Gap } from '@cis-scan/engine';
import { roleAssignments, type RoleAssignment } from './role-assignments.ts';
import { roleGroupMembers } from './role-group-members.ts';

/** Somebody or something that holds a directory role, by an assignment of their own or as a member of a group. */
export interface RoleHolder {
  /** Object id. */
  readonly id: string;
  readonly role: string;
  readonly scope: string;
  readonly kind: RoleAssignment['kind'];
  readonly name: string | null;
  readonly enabled: boolean | null;
  /** The group through which a user holds it. */
  readonly via: string | null;
  /** Of a group: why its members are not known. They follow as holders of their own otherwise. */
  readonly unread: Gap | null;
}

/** Who holds which directory role, groups resolved to their users. The groups themselves stand beside them. */
export const roleHolders = derive({
  name: 'graph/role-holders',
  needs: { roleAssignments, roleGroupMembers },
  from: (facts) => {
    const { items, gaps } = facts.roleGroupMembers.parts();
    const members = new Map(items.map((group) => [group.id, group.members]));
    const assignments = facts.roleAssignments.parts();
    const holders = assignments.items.flatMap((assignment): readonly RoleHolder[] => {
      const { principal, role, scope, kind, name, enabled } = assignment;
      const holder = { id: principal, role, scope, kind, name, enabled, via: null, unread: null };
      if (kind !== 'group') return [holder];
      const inside = members.get(principal);
      if (inside === undefined) {
        return [{ ...holder, unread: gaps.find((gap) => gap.resource === principal) ?? unspoken(principal) }];
      }
      const users = inside.map((user) => ({ ...holder, ...user, kind: 'user' as const, via: principal }));
      return [holder, ...users];
    });
    const key = ({ role, id, scope, via }: RoleHolder): string => [role, id, scope, via ?? ''].join(' ');
    // by key, so that the order of Graph's answer decides nothing
    return new Listing(
      holders.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
      assignments.gaps,
    );
  },
});

const unspoken = (group: string): Gap => ({
  fact: roleGroupMembers.name,
  cause: 'failed',
  resource: group,
  rights: [],
  detail: 'its members were not told',
});
