import { Listing, type Gap } from '@cis-scan/engine';
import type { Report } from '../checks/iam/_credentials.ts';
import type { IamUser, UserKey } from '../facts/iam/credential-report.ts';

/** When the report of every table was made: a while before the tables' now. */
export const GENERATED = new Date('2025-12-31T22:00:00Z');

/** The instant so many days before the tables' now (2026-01-01). */
export const ago = (days: number): Date => new Date(Date.UTC(2026, 0, 1) - days * 24 * 3600 * 1000);

/** A key, active and never used unless told otherwise. */
export const key = (n: number, over: Partial<UserKey> = {}): UserKey => ({
  n,
  active: true,
  lastRotated: ago(10),
  lastUsed: 'never',
  ...over,
});
/** The columns of a key that does not exist. */
export const noKey = (n: number): UserKey => key(n, { active: false, lastRotated: null });

/** A user of a year, without password and keys unless told otherwise. */
export const user = (over: Partial<IamUser> = {}): IamUser => ({
  id: 'arn:aws:iam::111122223333:user/alice',
  name: 'alice',
  created: ago(365),
  passwordEnabled: false,
  passwordLastUsed: 'never',
  passwordLastChanged: null,
  mfaActive: false,
  keys: [noKey(1), noKey(2)],
  ...over,
});

type Root = NonNullable<Report['root']>;
/** The root row of an account of five years that nobody signs in to. */
export const root = (over: Partial<Root> = {}): Root => ({
  user: '<root_account>',
  arn: 'arn:aws:iam::111122223333:root',
  isRoot: true,
  created: ago(1826),
  passwordEnabled: 'not_supported',
  passwordLastUsed: 'no-information',
  passwordLastChanged: null,
  mfaActive: true,
  keys: [noKey(1), noKey(2)],
  ...over,
});

/** A row that could not be used. */
export const oddRow: Gap = {
  fact: 'iam/credential-report',
  cause: 'failed',
  resource: 'arn:aws:iam::111122223333:user/odd',
  rights: [],
  detail: 'the credential report says nothing in password_enabled of this user',
};

/** A report of these users. */
export const report = (users: readonly IamUser[], over: Partial<Report> = {}): Report => ({
  generatedAt: GENERATED,
  root: root(),
  users: new Listing(users),
  ...over,
});

/** A fact that was read, as an optional need hands it over. */
export const read = <T>(value: T) => ({ ok: true, value, readAt: '2026-01-01T00:00:00.000Z' }) as const;

/** A fact whose right was refused. */
export const refused = (right: string) => {
  const gap: Gap = { fact: 'x', cause: 'denied', rights: [right], detail: `${right} answered AccessDenied` };
  return { ok: false, gap } as const;
};
