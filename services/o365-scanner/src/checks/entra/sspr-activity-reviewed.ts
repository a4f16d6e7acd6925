import { check, notApplicable, optional, saw, target } from '@cis-scan/engine';
import { passwordResetAudits } from '../../facts/graph/password-reset-audits.ts';
import { byText, isRecent, newestFirst } from '../_recent.ts';
import { reviewed } from '../_review.ts';

export default check({
  title: 'Self-service password resets are reviewed regularly',
  why: 'Many resets, failed ones, or one that its owner did not ask for are traces of somebody taking over accounts.',
  fix: 'In the Entra admin center, Users, Audit logs, filter by the service Self-service Password Management and look through it each week.',
  needs: { audits: optional(passwordResetAudits) },
  options: { windowDays: 7 },
  evaluate({ audits }, { windowDays }, { now }) {
    const list = audits.ok
      ? { ...audits, value: audits.value.filter(({ at }) => isRecent(at, now, windowDays)) }
      : audits;
    return reviewed({
      fact: passwordResetAudits,
      list,
      what: `events of self-service password reset in the last ${windowDays} days`,
      task: `review them at least every ${windowDays} days`,
      order: (a, b) => newestFirst(a.at, b.at) || byText(a.id, b.id),
      show: ({ at, activity, result, by }) => ({ at, activity, result, by }),
      whenNone: () =>
        notApplicable(
          target,
          `nobody reset a password themselves in the last ${windowDays} days`,
          saw(passwordResetAudits, { count: 0 }),
        ),
    });
  },
});
