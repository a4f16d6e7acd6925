import { check, notApplicable, optional, saw, suggesting, target } from '@cis-scan/engine';
import { restrictedSenders } from '../../facts/exchange/restricted-senders.ts';
import { reviewed } from '../_review.ts';
import { byText, isRecent } from '../_recent.ts';

export default check({
  title: 'Users who were stopped from sending are looked into every week',
  why: 'An account that sends spam is usually in the wrong hands, and it reads mail as well.',
  fix: 'In the Defender portal, Email & collaboration, Review, Restricted entities, find out for each account what happened, secure it, and only then let it send again.',
  needs: { senders: optional(restrictedSenders) },
  options: { windowDays: 7 },
  evaluate({ senders }, { windowDays }, { now }) {
    let overdue = 0;
    if (senders.ok) senders.value.map(({ since }) => (overdue += isRecent(since, now, windowDays) ? 0 : 1));
    const judged = reviewed({
      fact: restrictedSenders,
      list: senders,
      what: `users restricted from sending${overdue > 0 ? `, ${overdue} of them for more than ${windowDays} days` : ''}`,
      task: `review them every ${windowDays} days`,
      // who has waited longest comes first
      order: (a, b) => byText(a.since ?? '', b.since ?? '') || byText(a.user, b.user),
      show: ({ user, reason, since }) => ({ user, reason, since }),
      whenNone: () => notApplicable(target, 'no user is restricted from sending', saw(restrictedSenders, { count: 0 })),
    });
    // an entry that stands for longer than the time between two reviews was probably not looked at
    return overdue > 0 ? judged.map((one) => suggesting('fail', one)) : judged;
  },
});
