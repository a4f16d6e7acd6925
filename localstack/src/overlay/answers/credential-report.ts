import { withBody } from '../call.ts';
import { daysAgo, type AccountFacts, type UserFacts } from '../facts.ts';
import type { Answerer } from './answerer.ts';
import { setText, textOf } from './xml.ts';

type Row = Record<string, string>;

/** Time of `days` ago as the report writes it; null reads `never`. */
function at(days: number | null, never: string): string {
  return days === null ? never : daysAgo(days).replace('Z', '+00:00');
}

function rootRow(facts: AccountFacts, columns: readonly string[]): Row {
  const root = facts.root ?? { createdDaysAgo: 1000, mfa: 'none', passwordUsedDaysAgo: null, keys: [] };
  const row: Row = Object.fromEntries(columns.map((column) => [column, 'N/A']));
  Object.assign(row, {
    user: '<root_account>',
    arn: `arn:aws:iam::${facts.account}:root`,
    user_creation_time: at(root.createdDaysAgo, 'N/A'),
    password_enabled: 'not_supported',
    password_last_used: at(root.passwordUsedDaysAgo, 'no_information'),
    password_last_changed: 'not_supported',
    password_next_rotation: 'not_supported',
    mfa_active: String(root.mfa !== 'none'),
    cert_1_active: 'false',
    cert_2_active: 'false',
  });
  for (const n of [1, 2]) {
    const key = root.keys[n - 1];
    row[`access_key_${n}_active`] = String(key?.active ?? false);
    row[`access_key_${n}_last_rotated`] = at(key?.createdDaysAgo ?? null, 'N/A');
    row[`access_key_${n}_last_used_date`] = at(key?.usedDaysAgo ?? null, 'N/A');
  }
  return row;
}

function correct(row: Row, user: UserFacts): Row {
  const corrected = { ...row };
  const hasPassword = row['password_enabled'] === 'true';
  if (user.createdDaysAgo !== undefined) corrected['user_creation_time'] = at(user.createdDaysAgo, 'N/A');
  if (hasPassword && user.passwordChangedDaysAgo !== undefined) {
    corrected['password_last_changed'] = at(user.passwordChangedDaysAgo, 'N/A');
  }
  if (hasPassword && user.passwordUsedDaysAgo !== undefined) {
    corrected['password_last_used'] = at(user.passwordUsedDaysAgo, 'no_information');
  }
  for (const [index, key] of (user.keys ?? []).entries()) {
    const n = index + 1;
    if (key.createdDaysAgo !== undefined) corrected[`access_key_${n}_last_rotated`] = at(key.createdDaysAgo, 'N/A');
    if (key.used === undefined) continue;
    corrected[`access_key_${n}_last_used_date`] = at(key.used?.daysAgo ?? null, 'N/A');
    corrected[`access_key_${n}_last_used_region`] = key.used?.region ?? 'N/A';
    corrected[`access_key_${n}_last_used_service`] = key.used?.service ?? 'N/A';
  }
  // The emulator says of users what AWS says of root only.
  for (const [column, text] of Object.entries(corrected)) if (text === 'not_supported') corrected[column] = 'N/A';
  return corrected;
}

/** The report with its root row first, and with the ages that the seeding gave to users and keys. */
function complete(csv: string, facts: AccountFacts): string {
  const [header = '', ...lines] = csv.trim().split('\n');
  const columns = header.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    const row = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
    return correct(row, facts.users?.[row['user'] ?? ''] ?? {});
  });
  const text = [rootRow(facts, columns), ...rows].map((row) => columns.map((column) => row[column]).join(','));
  return [header, ...text].join('\n');
}

/** iam:GetCredentialReport: root's row is missing in the emulator, and its report is always of the same day in 2015. */
export const credentialReport: Answerer = async (_call, facts, next) => {
  const answer = await next();
  const xml = answer.body.toString();
  const content = textOf(xml, 'Content');
  if (answer.status !== 200 || content === null) return answer;
  const csv = complete(Buffer.from(content, 'base64').toString(), facts);
  return withBody(
    answer,
    setText(setText(xml, 'Content', Buffer.from(csv).toString('base64')), 'GeneratedTime', daysAgo(0)),
  );
};
