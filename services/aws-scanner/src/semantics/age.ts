const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whole days that have gone by from `earlier` to `later`: days of 24 hours, rounded down, so neither calendar nor time zone counts.
 * Negative when `later` lies before `earlier` (a clock that runs ahead). Throws RangeError for an invalid date.
 */
export function wholeDaysBetween(earlier: Date, later: Date): number {
  const ms = later.getTime() - earlier.getTime();
  if (Number.isNaN(ms)) throw new RangeError('an age needs two valid dates');
  return Math.floor(ms / DAY_MS);
}
