import type { Report } from './_credentials.ts';
import { daysSince, inDays } from './_credentials.ts';

/** An enabled credential and since when it lies unused. */
export interface Disuse {
  readonly days: number;
  /** What the days count from, in words. */
  readonly told: string;
}

interface Credentials {
  readonly created: Date | null;
  readonly passwordEnabled: boolean | 'not_supported';
  readonly passwordLastUsed: Date | string;
  readonly passwordLastChanged: Date | null;
  readonly keys: NonNullable<Report['root']>['keys'];
}

function disuse(what: string, lastUsed: Date | string, since: Date | null, now: Date): readonly Disuse[] {
  const used = lastUsed instanceof Date;
  const from = used ? lastUsed : since;
  if (from === null) throw new Error(`the credential report does not date ${what}`);
  const days = daysSince(from, now);
  return [
    {
      days,
      told: used ? `${what} last used ${inDays(days)} ago` : `${what} unused since it was set ${inDays(days)} ago`,
    },
  ];
}

/**
 * The enabled password and keys of a row. A credential without a known use counts from when it was set; the report does
 * not date root's password, which is as old as root itself.
 */
export function disuseOf(row: Credentials, now: Date): readonly Disuse[] {
  const passwordSet = row.passwordLastChanged ?? row.created;
  return [
    ...(row.passwordEnabled === false ? [] : disuse('password', row.passwordLastUsed, passwordSet, now)),
    ...row.keys
      .filter((key) => key.active)
      .flatMap((key) => disuse(`access key ${key.n}`, key.lastUsed, key.lastRotated, now)),
  ];
}
