import { check, notApplicable, optional, saw, target } from '@cis-scan/engine';
import { provisioningLogs } from '../../facts/graph/provisioning-logs.ts';
import { byText, isRecent, newestFirst } from '../_recent.ts';
import { reviewed } from '../_review.ts';

export default check({
  title: 'The provisioning of accounts is reviewed regularly',
  why: 'Accounts that another system made or removed show what it was told, also when somebody else told it.',
  fix: 'In the Entra admin center, Monitoring & health, Provisioning logs, look through the accounts of the week: whether each was wanted, and what failed.',
  needs: { logs: optional(provisioningLogs) },
  options: { windowDays: 7 },
  evaluate({ logs }, { windowDays }, { now }) {
    const list = logs.ok ? { ...logs, value: logs.value.filter(({ at }) => isRecent(at, now, windowDays)) } : logs;
    return reviewed({
      fact: provisioningLogs,
      list,
      what: `accounts provisioned in the last ${windowDays} days`,
      task: `review them at least every ${windowDays} days`,
      order: (a, b) => newestFirst(a.at, b.at) || byText(a.id, b.id),
      show: ({ at, action, status, target: account, system }) => ({ at, action, status, account, system }),
      whenNone: () =>
        notApplicable(
          target,
          `no account was provisioned in the last ${windowDays} days`,
          saw(provisioningLogs, { count: 0 }),
        ),
    });
  },
});
