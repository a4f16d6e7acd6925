import { derive } from '@cis-scan/engine';
import { graphPerItem } from '../define.ts';
import { roleAssignments } from './role-assignments.ts';

const roleGroups = derive({
  name: 'graph/role-groups',
  needs: { roleAssignments },
  from: (facts) => {
    const seen = new Set<string>();
    return facts.roleAssignments
      .filter(({ kind, principal }) => kind === 'group' && !seen.has(principal) && seen.add(principal).has(principal))
      .map(({ principal }) => ({ id: principal }));
  },
});

/** A user who is in a group, directly or by groups in it. */
export interface Member {
  readonly id: string;
  readonly name: string | null;
  readonly enabled: boolean | null;
}

/** The users in each group that holds a directory role, nested groups resolved by Microsoft. */
export const roleGroupMembers = graphPerItem({
  name: 'graph/role-group-members',
  get: '/v1.0/groups/{id}/transitiveMembers?$select=id,userPrincipalName,accountEnabled&$top=999',
  permissions: ['Directory.Read.All'],
  of: roleGroups,
  read: async (get): Promise<{ readonly members: readonly Member[] }> => {
    const answer = await get();
    if (!answer.at('@odata.nextLink').absent()) throw new Error('the group has more than 999 members');
    const users = answer
      .at('value')
      .items()
      .filter((member) => member.at('@odata.type').text() === '#microsoft.graph.user');
    return {
      members: users.map((user) => ({
        id: user.at('id').text(),
        name: user.at('userPrincipalName').or(null, (name) => name.text()),
        enabled: user.at('accountEnabled').or(null, (enabled) => enabled.flag()),
      })),
    };
  },
});
