import { daysAgo } from '../../../overlay/facts.ts';
import { ACCOUNT, type BenchAccount } from '../model.ts';

const COLUMNS =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,' +
  'access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,' +
  'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,' +
  'cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';

const at = (days: number): string => daysAgo(days).replace('Z', '+00:00');
const NO_KEY = ['false', 'N/A', 'N/A', 'N/A', 'N/A'];
const NO_CERTIFICATES = ['false', 'N/A', 'false', 'N/A'];

function userRow(n: number): string {
  const password = n % 3 === 0 ? ['true', at(n % 200), at(100), 'N/A'] : ['false', 'N/A', 'N/A', 'N/A'];
  const key = n % 2 === 0 ? ['true', at(n % 150), at(n % 60), 'eu-west-1', 's3'] : NO_KEY;
  const user = [`user-${n}`, `arn:aws:iam::${ACCOUNT}:user/user-${n}`, at(400)];
  return [...user, ...password, String(n % 6 === 0), ...key, ...NO_KEY, ...NO_CERTIFICATES].join(',');
}

/** The credential report of the account: root first, then every user. */
export function credentialReportOf({ users }: BenchAccount): string {
  const password = ['not_supported', at(200), 'not_supported', 'not_supported'];
  const root = ['<root_account>', `arn:aws:iam::${ACCOUNT}:root`, at(2000), ...password, 'true', ...NO_KEY, ...NO_KEY];
  return [
    COLUMNS,
    [...root, ...NO_CERTIFICATES].join(','),
    ...Array.from({ length: users }, (_, n) => userRow(n)),
  ].join('\n');
}
