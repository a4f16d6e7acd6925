/** What people may let others see of their calendars: `CalendarSharingFreeBusySimple` is times only. */
const TIMES_ONLY = 'calendarsharingfreebusysimple';

/**
 * Which entries of a sharing policy (`*:CalendarSharingFreeBusyDetail, ContactsSharing`) share calendars. With
 * `timesPass`, sharing when somebody is free or busy, without more, does not count.
 */
export const calendarEntries = (domains: readonly string[], timesPass: boolean): readonly string[] =>
  domains.filter((entry) =>
    entry
      .slice(entry.indexOf(':') + 1)
      .split(',')
      .map((action) => action.trim().toLowerCase())
      .some((action) => action.startsWith('calendarsharing') && !(timesPass && action === TIMES_ONLY)),
  );
