import { check, manual, notApplicable, optional, saw, target } from '@cis-scan/engine';
import { ACCESS_DAYS, mailboxAccesses, MOST_ACCESSES } from '../../facts/exchange/mailbox-accesses.ts';
import { byText, isRecent, newestFirst } from '../_recent.ts';
import { reviewed } from '../_review.ts';

export default check({
  title: 'Access to mailboxes by others than their owners is reviewed regularly',
  why: 'An administrator or a delegate who reads or sends from a mailbox that is not theirs may be an intruder who took their account.',
  fix: 'In the Purview portal, Audit, search Exchange mailbox activities every two weeks and ask about what nobody expected; take away permissions on mailboxes that are no longer needed.',
  needs: { accesses: optional(mailboxAccesses) },
  options: { windowDays: 14 },
  evaluate({ accesses }, { windowDays }, { now }) {
    const days = Math.min(windowDays, ACCESS_DAYS);
    let read = 0;
    if (accesses.ok) accesses.value.map(() => (read += 1));
    const part = read >= MOST_ACCESSES ? ` among the newest ${MOST_ACCESSES} records` : '';
    const list = accesses.ok
      ? { ...accesses, value: accesses.value.filter(({ as, at }) => as !== 'owner' && isRecent(at, now, days)) }
      : accesses;
    return reviewed({
      fact: mailboxAccesses,
      list,
      what: `accesses by others than the owner in the last ${days} days${part}`,
      task: `review them at least every ${windowDays} days`,
      order: (a, b) => newestFirst(a.at, b.at) || byText(a.id, b.id),
      show: ({ at, operation, by, as, mailbox }) => ({ at, operation, by, as, mailbox }),
      whenNone: () => {
        const reason = `nobody but the owners is recorded in a mailbox in the last ${days} days${part}`;
        const found = saw(mailboxAccesses, { count: 0, records: read });
        // older records of the same days were not told
        return part === ''
          ? notApplicable(target, reason, found)
          : manual(target, `a person decides: ${reason}`, found);
      },
    });
  },
});
