import { graphList } from '../define.ts';

/** Active role assignments as Privileged Identity Management keeps them. Takes Entra ID P2 beside the permission. */
export const roleScheduleInstances = graphList({
  name: 'graph/role-schedule-instances',
  get: '/v1.0/roleManagement/directory/roleAssignmentScheduleInstances',
  permissions: ['RoleAssignmentSchedule.Read.Directory'],
  read: (item) => ({
    id: item.at('id').text(),
    principal: item.at('principalId').text(),
    role: item.at('roleDefinitionId').text(),
    /** `Activated`: taken by somebody eligible, for some hours; `Assigned`: given. */
    type: item.at('assignmentType').oneOf('Assigned', 'Activated'),
    /** Null: never. */
    ends: item.at('endDateTime').or(null, (at) => at.date().toISOString()),
  }),
});
