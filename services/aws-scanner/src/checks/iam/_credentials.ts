import { saw, type Saw, type ValuesOf } from '@cis-scan/engine';
import { credentialReport, type UserKey } from '../../facts/iam/credential-report.ts';
import { wholeDaysBetween } from '../../semantics/age.ts';

export type Report = ValuesOf<{ readonly report: typeof credentialReport }>['report'];
type LastUse = UserKey['lastUsed'];

/** Evidence out of the credential report, with the report's own age. */
export const reported = (
  { generatedAt }: Pick<Report, 'generatedAt'>,
  fields: Readonly<Record<string, unknown>>,
): Saw => saw(credentialReport, fields, generatedAt);

/** An instant or a word of the report as evidence shows it. */
export const shown = (moment: LastUse | null): string | null =>
  moment instanceof Date ? moment.toISOString() : moment;

/** A key as evidence shows it. */
export const shownKey = ({ n, active, lastRotated, lastUsed }: UserKey) => ({
  key: n,
  active,
  lastRotated: shown(lastRotated),
  lastUsed: shown(lastUsed),
});

/** Whole days since then; never less than none, though a report can be younger than the scan's clock. */
export const daysSince = (then: Date, now: Date): number => Math.max(0, wholeDaysBetween(then, now));

/** `1 day`, `12 days`. */
export const inDays = (days: number): string => `${days} day${days === 1 ? '' : 's'}`;
