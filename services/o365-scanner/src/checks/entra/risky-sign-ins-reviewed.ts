import { check, notApplicable, optional, saw, suggesting, target } from '@cis-scan/engine';
import { riskDetections } from '../../facts/graph/risk-detections.ts';
import { riskyUsers } from '../../facts/graph/risky-users.ts';
import { byText, isRecent, newestFirst } from '../_recent.ts';
import { reviewed } from '../_review.ts';

/** Nobody has settled these yet. */
const isOpen = (state: string): boolean => ['atrisk', 'confirmedcompromised'].includes(state.toLowerCase());

export default check({
  title: 'Risky sign-ins are reviewed regularly',
  why: 'Microsoft marks sign-ins that look like somebody else; the mark helps only if a person follows it up in time.',
  fix: 'In the Entra admin center, Protection, Identity Protection, look through risky sign-ins and risky users and confirm or dismiss each; policies on risk settle most of them at once.',
  needs: { detections: optional(riskDetections), riskyUsers: optional(riskyUsers) },
  options: { windowDays: 7 },
  evaluate({ detections, riskyUsers: users }, { windowDays }, { now }) {
    // what is settled and older than the window was somebody's last review
    const list = detections.ok
      ? {
          ...detections,
          value: detections.value.filter(({ at, state }) => isOpen(state) || isRecent(at, now, windowDays)),
        }
      : detections;
    let overdue = 0;
    if (list.ok)
      list.value.map(({ at, state }) => (overdue += isOpen(state) && !isRecent(at, now, windowDays) ? 1 : 0));
    let atRisk = 0;
    if (users.ok) users.value.map(({ state }) => (atRisk += isOpen(state) ? 1 : 0));
    const late = overdue > 0 ? `, ${overdue} of them open for more than ${windowDays} days` : '';
    const judged = reviewed({
      fact: riskDetections,
      list,
      what: `signs of risk${late}`,
      task: `review them at least every ${windowDays} days`,
      order: (a, b) =>
        Number(isOpen(b.state)) - Number(isOpen(a.state)) || newestFirst(a.at, b.at) || byText(a.id, b.id),
      show: ({ at, user, what, level, state }) => ({ at, user, what, level, state }),
      whenNone: () =>
        notApplicable(
          target,
          `Microsoft saw no risky sign-in in the last ${windowDays} days, and none is open`,
          saw(riskDetections, { count: 0 }),
        ),
    });
    const beside = users.ok ? [saw(riskyUsers, { usersAtRisk: atRisk })] : [];
    return judged.map((j) => {
      const shown = { ...j, evidence: j.evidence.length > 0 ? [...j.evidence, ...beside] : j.evidence };
      return overdue > 0 && j.verdict === 'manual' && j.cause === null ? suggesting('fail', shown) : shown;
    });
  },
});
