import { command } from '../define-command.ts';
import { guidOf } from './identity.ts';

/** What people may do with their own mailbox. */
export interface RoleAssignmentPolicy {
  readonly id: string;
  /** By which mailboxes name it. */
  readonly name: string;
  readonly isDefault: boolean;
  readonly roles: readonly string[];
}

export const roleAssignmentPolicies = command({
  name: 'exchange/role-assignment-policies',
  cmdlet: 'Get-RoleAssignmentPolicy',
  read: (item): RoleAssignmentPolicy => ({
    id: guidOf(item),
    name: item.at('Identity').text(),
    isDefault: item.at('IsDefault').flag(),
    // PowerShell answers an empty list as null
    roles: item.at('AssignedRoles').or([], (roles) => roles.texts()),
  }),
});
