import { graphList } from '../define.ts';

/** Who may activate which role. Takes Entra ID P2 beside the permission. */
export const roleEligibilities = graphList({
  name: 'graph/role-eligibilities',
  get: '/v1.0/roleManagement/directory/roleEligibilityScheduleInstances',
  permissions: ['RoleEligibilitySchedule.Read.Directory'],
  read: (item) => ({
    id: item.at('id').text(),
    principal: item.at('principalId').text(),
    role: item.at('roleDefinitionId').text(),
  }),
});
