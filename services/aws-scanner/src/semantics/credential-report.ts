import { parse } from 'csv-parse/sync';

/** When a credential was last used; `no-information` where AWS says that it did not keep track. */
export type LastUse = Date | 'never' | 'no-information';

export interface ReportedKey {
  /** Number of the key's columns, from 1. */
  readonly n: number;
  readonly active: boolean;
  /** Creation, or the last change of its state; `null` when there is no such key. */
  readonly lastRotated: Date | null;
  readonly lastUsed: LastUse;
  readonly lastUsedRegion: string | null;
  readonly lastUsedService: string | null;
}

/** One row of the IAM credential report. Source: iam:GetCredentialReport. */
export interface ReportedUser {
  readonly user: string;
  readonly arn: string;
  readonly isRoot: boolean;
  readonly created: Date | null;
  readonly passwordEnabled: boolean | 'not_supported';
  readonly passwordLastUsed: LastUse;
  readonly passwordLastChanged: Date | null;
  readonly mfaActive: boolean;
  readonly keys: readonly ReportedKey[];
}

const NEEDED = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'mfa_active',
  ...[1, 2].flatMap((n) => [
    `access_key_${n}_active`,
    `access_key_${n}_last_rotated`,
    `access_key_${n}_last_used_date`,
  ]),
];
const ROOT = '<root_account>';
/** ISO 8601 to the second, as the report writes it. `Date` alone would take much that is no date. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** One row, by column name. Errors name row and column and never the value. */
class Row {
  readonly #cells: ReadonlyMap<string, string>;
  readonly #at: number;
  constructor(cells: ReadonlyMap<string, string>, at: number) {
    this.#cells = cells;
    this.#at = at;
  }
  text(column: string): string {
    return this.#cells.get(column)?.trim() ?? '';
  }
  word(column: string): string {
    return this.text(column).toLowerCase();
  }
  optional(column: string): string | null {
    return ['', 'n/a', 'no_information', 'not_supported'].includes(this.word(column)) ? null : this.text(column);
  }
  boolean(column: string): boolean {
    const word = this.word(column);
    if (word === 'true' || word === 'false') return word === 'true';
    throw this.#odd(column);
  }
  instant(column: string): Date | null {
    const text = this.optional(column);
    if (text === null) return null;
    const date = new Date(INSTANT.test(text) ? text : Number.NaN);
    if (Number.isNaN(date.getTime())) throw this.#odd(column);
    return date;
  }
  lastUse(column: string): LastUse {
    return this.instant(column) ?? (this.word(column) === 'no_information' ? 'no-information' : 'never');
  }
  #odd(column: string): Error {
    return new Error(`credential report: row ${this.#at}, column ${column} holds an unknown value`);
  }
}

function tableOf(csv: string): readonly (readonly string[])[] {
  try {
    return parse(csv, { bom: true, skip_empty_lines: true });
  } catch {
    throw new Error('credential report: the text is not a table');
  }
}

function keyOf(row: Row, n: number): ReportedKey {
  const column = (name: string): string => `access_key_${n}_${name}`;
  return {
    n,
    active: row.word(column('active')) !== 'n/a' && row.boolean(column('active')),
    lastRotated: row.instant(column('last_rotated')),
    lastUsed: row.lastUse(column('last_used_date')),
    lastUsedRegion: row.optional(column('last_used_region')),
    lastUsedService: row.optional(column('last_used_service')),
  };
}

function userOf(row: Row, keyNumbers: readonly number[]): ReportedUser {
  const user = row.text('user');
  return {
    user,
    arn: row.text('arn'),
    isRoot: user === ROOT || row.text('arn').endsWith(':root'),
    created: row.instant('user_creation_time'),
    passwordEnabled:
      row.word('password_enabled') === 'not_supported' ? 'not_supported' : row.boolean('password_enabled'),
    passwordLastUsed: row.lastUse('password_last_used'),
    passwordLastChanged: row.instant('password_last_changed'),
    mfaActive: row.boolean('mfa_active'),
    keys: keyNumbers.map((n) => keyOf(row, n)),
  };
}

/**
 * Reads the credential report by the names of its columns: order and unknown columns do not matter, words are compared without regard to case.
 * Throws Error for text that is no table, lacks a column that is needed, or holds a value that cannot be understood; the caller makes it a gap.
 */
export function parseCredentialReport(csv: string): readonly ReportedUser[] {
  const [header = [], ...rows] = tableOf(csv);
  const columns = header.map((name) => name.trim().toLowerCase());
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`credential report: the table lacks ${missing.join(', ')}`);
  const keyNumbers = columns
    .flatMap((name) => /^access_key_(\d+)_active$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  return rows.map((cells, i) => {
    const named = new Map(columns.map((name, at) => [name, cells[at] ?? '']));
    return userOf(new Row(named, i + 1), keyNumbers);
  });
}
