import { check, notApplicable, optional, saw, target } from '@cis-scan/engine';
import { roleManagementAudits } from '../../facts/graph/role-management-audits.ts';
import { byText, isRecent, newestFirst } from '../_recent.ts';
import { reviewed } from '../_review.ts';

export default check({
  title: 'Changes of roles are reviewed regularly',
  why: 'Whoever gives themselves a role can do everything else afterwards; a change that nobody ordered is the first trace.',
  fix: 'In the Entra admin center, Roles & admins, Audit logs, look through the category RoleManagement each week and ask about what nobody ordered.',
  needs: { audits: optional(roleManagementAudits) },
  options: { windowDays: 7 },
  evaluate({ audits }, { windowDays }, { now }) {
    const list = audits.ok
      ? { ...audits, value: audits.value.filter(({ at }) => isRecent(at, now, windowDays)) }
      : audits;
    return reviewed({
      fact: roleManagementAudits,
      list,
      what: `changes of roles in the last ${windowDays} days`,
      task: `review them at least every ${windowDays} days`,
      order: (a, b) => newestFirst(a.at, b.at) || byText(a.id, b.id),
      show: ({ at, activity, result, by, targets }) => ({ at, activity, result, by, targets }),
      whenNone: () =>
        notApplicable(
          target,
          `no role was changed in the last ${windowDays} days`,
          saw(roleManagementAudits, { count: 0 }),
        ),
    });
  },
});
