import { graphPerItem } from '../define.ts';
import { unlessAbsent } from '../gap.ts';
import { excludedGroups } from './excluded-groups.ts';

/**
 * Who is in the groups that policies leave out, nested groups resolved by Microsoft. One page is asked: a group of more
 * members leaves out more accounts than any benchmark allows. A group that was deleted leaves out nobody.
 */
export const excludedGroupMembers = graphPerItem({
  name: 'graph/excluded-group-members',
  get: '/v1.0/groups/{id}/transitiveMembers?$select=id&$top=999',
  permissions: ['Directory.Read.All'],
  of: excludedGroups,
  read: async (get) => {
    const answer = await unlessAbsent(get(), 'Request_ResourceNotFound');
    const members = answer?.at('value').items() ?? [];
    return {
      members: members
        .filter((member) => member.at('@odata.type').or('', (type) => type.text()) !== '#microsoft.graph.group')
        .map((member) => member.at('id').text()),
    };
  },
});
