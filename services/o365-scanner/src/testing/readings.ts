import type { Gap, Reading } from '@cis-scan/engine';

/** A reading of an optional need that worked. */
export const read = <T>(value: T): Reading<T> => ({ ok: true, value, readAt: '2026-01-01T00:00:00.000Z' });

/** A gap: refused, with the permission that was lacking. */
export const refused = (fact: string, ...rights: readonly string[]): Gap => ({
  fact,
  cause: 'denied',
  rights,
  detail: `the credentials do not hold ${rights.join(' and ')}`,
});

/** A reading of an optional need that was refused. */
export const unread = (fact: string, ...rights: readonly string[]): { readonly ok: false; readonly gap: Gap } => ({
  ok: false,
  gap: refused(fact, ...rights),
});
