import { check, notApplicable, optional, saw, target } from '@cis-scan/engine';
import { spoofedSenders } from '../../facts/exchange/spoofed-senders.ts';
import { reviewed } from '../_review.ts';
import { byText, isRecent } from '../_recent.ts';

export default check({
  title: 'Spoofed domains are reviewed every week',
  why: 'Microsoft guesses who may send in the name of others; what it lets in by mistake lands in the inbox with a familiar name.',
  fix: 'In the Defender portal, Policies & rules, Threat policies, Tenant Allow/Block Lists, Spoofed senders, open the spoof intelligence insight once a week and correct what is wrong.',
  needs: { senders: optional(spoofedSenders) },
  options: { windowDays: 7 },
  evaluate({ senders }, { windowDays }, { now }) {
    const list = senders.ok
      ? { ...senders, value: senders.value.filter(({ lastSeen }) => isRecent(lastSeen, now, windowDays)) }
      : senders;
    const isLetIn = (action: string): number => (action.toLowerCase() === 'allow' ? 0 : 1);
    return reviewed({
      fact: spoofedSenders,
      list,
      what: `spoofed senders of the last ${windowDays} days`,
      task: `review them every ${windowDays} days`,
      // what was let in first, and of that what came most
      order: (a, b) =>
        isLetIn(a.action) - isLetIn(b.action) ||
        b.messages - a.messages ||
        byText(a.spoofed, b.spoofed) ||
        byText(a.sentFrom, b.sentFrom),
      show: ({ spoofed, sentFrom, messages, action }) => ({ spoofed, sentFrom, messages, action }),
      whenNone: () =>
        notApplicable(
          target,
          `nobody was seen spoofing in the last ${windowDays} days`,
          saw(spoofedSenders, { count: 0 }),
        ),
    });
  },
});
