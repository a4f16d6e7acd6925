import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCredentialReport } from './credential-report.ts';

/** A row as IAM documents it, by column. */
const alice: Readonly<Record<string, string>> = {
  user: 'alice',
  arn: 'arn:aws:iam::123456789012:user/alice',
  user_creation_time: '2023-01-02T03:04:05+00:00',
  password_enabled: 'true',
  password_last_used: '2024-05-06T07:08:09+00:00',
  password_last_changed: '2024-01-01T00:00:00+00:00',
  password_next_rotation: 'N/A',
  mfa_active: 'false',
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2023-02-01T00:00:00+00:00',
  access_key_1_last_used_date: '2024-06-01T10:00:00+00:00',
  access_key_1_last_used_region: 'eu-west-1',
  access_key_1_last_used_service: 's3',
  access_key_2_active: 'false',
  access_key_2_last_rotated: 'N/A',
  access_key_2_last_used_date: 'N/A',
  access_key_2_last_used_region: 'N/A',
  access_key_2_last_used_service: 'N/A',
  cert_1_active: 'false',
  cert_1_last_rotated: 'N/A',
};
const root = {
  ...alice,
  user: '<root_account>',
  arn: 'arn:aws:iam::123456789012:root',
  password_enabled: 'not_supported',
  password_last_used: 'no_information',
  password_last_changed: 'not_supported',
  access_key_1_active: 'false',
};
type Cells = Readonly<Record<string, string>>;
const csv = (rows: readonly Cells[], columns = Object.keys(rows[0] ?? alice)): string =>
  [columns.join(','), ...rows.map((row) => columns.map((name) => row[name] ?? '').join(','))].join('\n');
const only = (row: Cells) => parseCredentialReport(csv([{ ...alice, ...row }]))[0];

test('a user', () =>
  expect(parseCredentialReport(csv([alice]))).toEqual([
    {
      user: 'alice',
      arn: 'arn:aws:iam::123456789012:user/alice',
      isRoot: false,
      created: new Date('2023-01-02T03:04:05Z'),
      passwordEnabled: true,
      passwordLastUsed: new Date('2024-05-06T07:08:09Z'),
      passwordLastChanged: new Date('2024-01-01T00:00:00Z'),
      mfaActive: false,
      keys: [
        {
          n: 1,
          active: true,
          lastRotated: new Date('2023-02-01T00:00:00Z'),
          lastUsed: new Date('2024-06-01T10:00:00Z'),
          lastUsedRegion: 'eu-west-1',
          lastUsedService: 's3',
        },
        { n: 2, active: false, lastRotated: null, lastUsed: 'never', lastUsedRegion: null, lastUsedService: null },
      ],
    },
  ]));

test('root', () =>
  expect(only(root)).toMatchObject({
    isRoot: true,
    passwordEnabled: 'not_supported',
    passwordLastUsed: 'no-information',
    passwordLastChanged: null,
  }));

describe('words', () => {
  test.each<[Cells, object]>([
    [
      { password_enabled: 'FALSE', mfa_active: ' True ' },
      { passwordEnabled: false, mfaActive: true },
    ],
    [{ password_last_used: 'n/a' }, { passwordLastUsed: 'never' }],
    [{ password_last_used: 'No_Information' }, { passwordLastUsed: 'no-information' }],
    [{ password_last_used: '' }, { passwordLastUsed: 'never' }],
    [
      { password_last_changed: 'N/A', user_creation_time: 'N/A' },
      { passwordLastChanged: null, created: null },
    ],
    [{ user_creation_time: '2024-01-01T00:00:00Z' }, { created: new Date('2024-01-01T00:00:00Z') }],
    [{ user_creation_time: '2024-01-01T02:00:00.5+0200' }, { created: new Date('2024-01-01T00:00:00.5Z') }],
    [{ user: 'x', arn: 'arn:aws:iam::1:root' }, { isRoot: true }],
    [{ user: 'root', arn: 'arn:aws:iam::1:user/root' }, { isRoot: false }],
    [{ user: '"a, ""b"""' }, { user: 'a, "b"' }],
  ])('%j', (cells, expected) => expect(only(cells)).toMatchObject(expected));

  test('a key column may say N/A for no', () => {
    const key = only({ access_key_1_active: 'N/A', access_key_1_last_used_date: 'no_information' })?.keys[0];
    expect(key).toMatchObject({ active: false, lastUsed: 'no-information' });
  });
});

describe('the table', () => {
  const columns = Object.keys(alice);
  test('no users', () => expect(parseCredentialReport(csv([], columns))).toEqual([]));
  test('byte order mark, upper case, CRLF and a blank line at the end', () => {
    const text = `\uFEFF${csv([alice], columns).replace(/^[^\n]*/, (header) => `"USER"${header.toUpperCase().slice('user'.length)}`)}\n\n`;
    expect(parseCredentialReport(text.replaceAll('\n', '\r\n'))).toHaveLength(1);
  });
  test('order of columns and unknown columns do not matter', () => {
    const expected = parseCredentialReport(csv([alice, root]));
    const shuffled = fc.shuffledSubarray(columns, { minLength: columns.length });
    fc.assert(
      fc.property(shuffled, (order) =>
        expect(parseCredentialReport(csv([alice, root], ['new_column', ...order]))).toEqual(expected),
      ),
      { numRuns: 30 },
    );
  });
  test('a third key, listed last and named first, and no place of last use', () => {
    const row: Cells = {
      access_key_3_active: 'true',
      ...alice,
      access_key_3_last_rotated: '2024-01-01T00:00:00Z',
      access_key_3_last_used_date: 'N/A',
    };
    const keys = parseCredentialReport(
      csv(
        [row],
        Object.keys(row).filter((c) => !/region|service/.test(c)),
      ),
    )[0]?.keys;
    expect(keys?.map((k) => [k.n, k.active, k.lastUsedRegion])).toEqual([
      [1, true, null],
      [2, false, null],
      [3, true, null],
    ]);
  });
});

describe('what cannot be read is an error', () => {
  const optional = /next_rotation|region|service|cert/;
  test.each(Object.keys(alice).filter((column) => !optional.test(column)))('without %s', (column) => {
    const text = csv(
      [alice],
      Object.keys(alice).filter((c) => c !== column),
    );
    expect(() => parseCredentialReport(text)).toThrow(`the table lacks ${column}`);
  });

  test.each<[string, Cells]>([
    ['mfa_active', { mfa_active: 'perhaps' }],
    ['mfa_active', { mfa_active: '' }],
    ['password_enabled', { password_enabled: 'N/A' }],
    ['access_key_1_active', { access_key_1_active: 'yes' }],
    ['password_last_used', { password_last_used: 'yesterday' }],
    ['user_creation_time', { user_creation_time: '2024' }],
    ['user_creation_time', { user_creation_time: '2024-13-01T00:00:00Z' }],
  ])('an odd %s: %j', (column, cells) =>
    expect(() => only(cells)).toThrow(`credential report: row 1, column ${column} holds an unknown value`),
  );

  test.each([
    ['nothing', ''],
    ['an answer in JSON', '{"Content": "x"}'],
    ['an open quote', `${csv([alice])}\n"bob`],
    ['a short row', `${csv([alice])}\nbob,arn`],
  ])('%s', (_, text) => expect(() => parseCredentialReport(text)).toThrow(/^credential report: /));
});
