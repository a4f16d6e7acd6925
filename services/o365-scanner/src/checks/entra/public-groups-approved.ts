import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { m365Groups } from '../../facts/graph/m365-groups.ts';

export default check({
  title: 'Microsoft 365 groups are public only where that was approved',
  why: 'Everybody in the organisation, and whoever takes over one account, reads the mail and files of a public group without being asked in.',
  fix: 'In the Microsoft 365 admin center, Teams & groups, Active teams & groups, open the group, Settings, and set its privacy to Private; or name it as approved.',
  needs: { groups: m365Groups },
  options: { approvedGroups: [] as readonly string[] },
  evaluate: ({ groups }, { approvedGroups }) =>
    groups
      .filter(({ visibility }) => visibility === 'Public')
      .each(
        (group) => {
          const found = saw(m365Groups, { displayName: group.name, visibility: group.visibility });
          return approvedGroups.includes(group.id)
            ? pass(group, `the group "${group.name}" is public and approved as such`, found)
            : fail(group, `the group "${group.name}" is public, and nobody named it as approved`, found);
        },
        () => pass(target, 'no Microsoft 365 group is public', saw(m365Groups, { public: 0 })),
      ),
});
