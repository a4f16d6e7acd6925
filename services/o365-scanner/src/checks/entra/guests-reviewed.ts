import { check, notApplicable, optional, saw, target } from '@cis-scan/engine';
import { guestSignIns } from '../../facts/graph/guest-sign-ins.ts';
import { guests } from '../../facts/graph/guests.ts';
import { reviewed } from '../_review.ts';

export default check({
  title: 'Guest accounts are reviewed regularly',
  why: 'Guests stay in the directory long after the work they were invited for, and nobody at home tells us when they leave.',
  fix: 'In the Entra admin center, Users, filter by user type Guest and remove who is no longer needed; an access review under Identity Governance does it on a schedule.',
  needs: { guests: optional(guests), signIns: optional(guestSignIns) },
  options: { windowDays: 14 },
  evaluate({ guests: list, signIns }, { windowDays }) {
    const last = new Map<string, string | null>();
    if (signIns.ok) signIns.value.map(({ id, lastSignIn }) => last.set(id, lastSignIn));
    // never, or longest ago, first; where sign-ins were not read, the oldest account first
    const quiet = (guest: { readonly id: string; readonly created: string | null }): string =>
      (last.has(guest.id) ? last.get(guest.id) : guest.created) ?? '';
    return reviewed({
      fact: guests,
      list,
      what: 'guest accounts',
      task: `review them at least every ${windowDays} days`,
      order: (a, b) => (quiet(a) === quiet(b) ? (a.id < b.id ? -1 : 1) : quiet(a) < quiet(b) ? -1 : 1),
      show: ({ id, name, created, enabled, invitation }) => ({
        name,
        created,
        enabled,
        invitation,
        ...(last.has(id) ? { lastSignIn: last.get(id) ?? 'never' } : {}),
      }),
      whenNone: () => notApplicable(target, 'the tenant has no guests', saw(guests, { count: 0 })),
    });
  },
});
