import { check, notApplicable, optional, saw, target } from '@cis-scan/engine';
import { mailboxes, type Mailbox } from '../../facts/exchange/mailboxes.ts';
import { domainOf } from '../../semantics/mail-address.ts';
import { byText } from '../_recent.ts';
import { reviewed } from '../_review.ts';

const forwards = ({ forwardingAddress, forwardingRecipient }: Mailbox): boolean =>
  forwardingAddress !== null || forwardingRecipient !== null;

/** An address anywhere may be outside; a recipient that the organisation knows was entered by an administrator. */
const anywhereFirst = (a: Mailbox, b: Mailbox): number =>
  Number(b.forwardingAddress !== null) - Number(a.forwardingAddress !== null) || byText(a.name, b.name);

/** Said with every answer: looking into each mailbox would take one request per person. */
const UNSEEN = 'rules that people keep inside their mailboxes are not read here';

export default check({
  title: 'Mailboxes that forward are reviewed regularly',
  why: 'Forwarding that an intruder set up keeps running after the password was changed, and its owner hardly ever sees it.',
  fix: 'In the Exchange admin center, Reports, Mail flow, open the report on automatically forwarded messages each week; remove forwarding from mailboxes that should not have it.',
  needs: { mailboxes: optional(mailboxes) },
  options: { windowDays: 7 },
  evaluate({ mailboxes: all }, { windowDays }) {
    const list = all.ok ? { ...all, value: all.value.filter(forwards) } : all;
    return reviewed({
      fact: mailboxes,
      list,
      what: 'mailboxes that forward all their mail',
      task: `review them at least every ${windowDays} days; ${UNSEEN}`,
      order: anywhereFirst,
      // the domain tells enough; whole private addresses stay where they are
      show: ({ name, forwardingAddress, forwardingRecipient, keepsForwarded }) => ({
        mailbox: name,
        toDomain: forwardingAddress === null ? null : domainOf(forwardingAddress),
        toRecipient: forwardingRecipient,
        keepsForwarded,
      }),
      whenNone: () =>
        notApplicable(target, `no mailbox forwards all its mail; ${UNSEEN}`, saw(mailboxes, { forwarding: 0 })),
    });
  },
});
