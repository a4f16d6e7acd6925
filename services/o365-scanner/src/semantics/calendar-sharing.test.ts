import { expect, test } from '@jest/globals';
import { calendarEntries } from './calendar-sharing.ts';

test.each([
  ['*:CalendarSharingFreeBusySimple', 1, 0],
  ['*:CalendarSharingFreeBusyDetail', 1, 1],
  ['Anonymous:CalendarSharingFreeBusyReviewer', 1, 1],
  ['x.example: ContactsSharing, CalendarSharingFreeBusyDetail', 1, 1],
  ['x.example:CalendarSharingFreeBusySimple, ContactsSharing', 1, 0],
  ['*:ContactsSharing', 0, 0],
  ['calendarsharing.example:ContactsSharing', 0, 0],
])('%s: %d strictly, %d where times pass', (entry, strict, lenient) => {
  expect(calendarEntries([entry], false)).toHaveLength(strict);
  expect(calendarEntries([entry], true)).toHaveLength(lenient);
});
