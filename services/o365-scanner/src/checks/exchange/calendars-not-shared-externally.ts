import { check, fail, notAssessed, pass, saw } from '@cis-scan/engine';
import { sharingPolicies } from '../../facts/exchange/sharing-policies.ts';
import { calendarEntries } from '../../semantics/calendar-sharing.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'Calendars are not shared with people outside',
  why: 'A calendar tells where people are, whom they meet and about what: much of what a targeted fraud needs.',
  fix: 'In the Microsoft 365 admin center, Settings, Org settings, Calendar, turn off sharing with people outside; or edit each sharing policy in the Exchange admin center, Organization, Sharing.',
  needs: { policies: sharingPolicies },
  options: { freeBusyPasses: false },
  evaluate: ({ policies }, { freeBusyPasses }) =>
    policies.each(
      (policy) => {
        const { name, enabled } = policy;
        const shared = [...calendarEntries(policy.domains, freeBusyPasses)].sort();
        const found = saw(sharingPolicies, { policy: name, Enabled: enabled, calendars: shared });
        if (!enabled) return pass(policy, `the sharing policy "${name}" is off`, found);
        return shared.length > 0
          ? fail(policy, `the sharing policy "${name}" shares calendars: ${shared.join(', ')}; none should be`, found)
          : pass(policy, `the sharing policy "${name}" shares no calendars`, found);
      },
      // every organisation has the default policy: an answer without it was hidden from us
      () =>
        notAssessed({
          fact: sharingPolicies.name,
          cause: 'failed',
          rights: [],
          detail: 'no sharing policy was answered',
        }),
    ),
  otherwise: [reported('exo_individualsharing')],
});
