import { graphList } from '../define.ts';

/** Microsoft 365 groups, and who sees what is in them. Graph cannot filter by that. */
export const m365Groups = graphList({
  name: 'graph/m365-groups',
  get: "/v1.0/groups?$filter=groupTypes/any(c:c eq 'Unified')&$select=id,displayName,visibility,mail&$top=999",
  permissions: ['Directory.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    name: item.at('displayName').text(),
    /** `Public`, `Private` or `HiddenMembership`. Null only in groups of other kinds, which were not asked for. */
    visibility: item.at('visibility').text(),
  }),
});
