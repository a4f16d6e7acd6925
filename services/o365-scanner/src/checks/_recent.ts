const DAY_MS = 86_400_000;

/** True for a moment within the last days before `now`, and for one that nobody told. */
export const isRecent = (at: string | null, now: Date, days: number): boolean =>
  at === null || now.getTime() - Date.parse(at) <= days * DAY_MS;

/** Newest first; what has no moment comes last. */
export const newestFirst = (a: string | null, b: string | null): number =>
  (a ?? '') === (b ?? '') ? 0 : (a ?? '') < (b ?? '') ? 1 : -1;

/** By code points, so that the order of an answer changes nothing. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
