import { GetAlternateContactCommand } from '@aws-sdk/client-account';
import {
  GenerateCredentialReportCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountPasswordPolicyCommand,
  GetAccountSummaryCommand,
  GetCredentialReportCommand,
  ListEntitiesForPolicyCommand,
  ListServerCertificatesCommand,
  ListVirtualMFADevicesCommand,
} from '@aws-sdk/client-iam';
import type { SeededAccount } from '../account.ts';
import type { Seen } from './seen.ts';

type Row = Record<string, string>;

/** Days since a time of the credential report; Infinity where it has none. */
function age(text: string | undefined): number {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? Infinity : (Date.now() - time) / 86_400_000;
}

async function report(account: SeededAccount): Promise<{ root: Row; users: Row[] }> {
  while ((await account.iam.send(new GenerateCredentialReportCommand({}))).State !== 'COMPLETE');
  const { Content } = await account.iam.send(new GetCredentialReportCommand({}));
  const [header = [], ...lines] = Buffer.from(Content ?? [])
    .toString()
    .split('\n')
    .map((line) => line.split(','));
  const rows = lines.map((cells): Row => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
  return { root: rows[0] ?? {}, users: rows.slice(1) };
}

function unused(user: Row): boolean {
  const key = (n: number): boolean =>
    user[`access_key_${n}_active`] === 'true' &&
    Math.min(age(user[`access_key_${n}_last_used_date`]), age(user[`access_key_${n}_last_rotated`])) >= 90;
  return (user['password_enabled'] === 'true' && age(user['password_last_used']) >= 90) || key(1) || key(2);
}

/** A key made with its user, which nobody used. */
function initialKey(user: Row): boolean {
  const made = Math.abs(age(user['user_creation_time']) - age(user['access_key_1_last_rotated'])) * 86_400 <= 10;
  return user['password_enabled'] === 'true' && made && user['access_key_1_last_used_date'] === 'N/A';
}

async function root(account: SeededAccount, row: Row): Promise<Seen> {
  const { SummaryMap } = await account.iam.send(new GetAccountSummaryCommand({}));
  const { VirtualMFADevices } = await account.iam.send(new ListVirtualMFADevicesCommand({}));
  const mfa = SummaryMap?.['AccountMFAEnabled'] === 1;
  return {
    '1.4': SummaryMap?.['AccountAccessKeysPresent'] === 0,
    '1.5': mfa && row['mfa_active'] === 'true',
    '1.6': mfa && !(VirtualMFADevices ?? []).some(({ User }) => User?.Arn?.endsWith(':root')),
    '1.7': age(row['password_last_used']) > 90 && age(row['access_key_1_last_used_date']) > 90,
  };
}

async function policies(account: SeededAccount): Promise<Seen> {
  const { PasswordPolicy } = await account.iam.send(new GetAccountPasswordPolicyCommand({}));
  const PolicyArn = 'arn:aws:iam::aws:policy/AWSSupportAccess';
  const { PolicyRoles } = await account.iam.send(new ListEntitiesForPolicyCommand({ PolicyArn }));
  const details = await account.iam.send(
    new GetAccountAuthorizationDetailsCommand({ Filter: ['User', 'LocalManagedPolicy'] }),
  );
  const direct = details.UserDetailList?.some((u) => u.AttachedManagedPolicies?.length || u.UserPolicyList?.length);
  const everything = details.Policies?.some(({ AttachmentCount = 0, PolicyVersionList }) =>
    PolicyVersionList?.some(
      ({ Document = '' }) => AttachmentCount > 0 && /"Action":\s*\["\*"\]/.test(decodeURIComponent(Document)),
    ),
  );
  return {
    '1.8': (PasswordPolicy?.MinimumPasswordLength ?? 0) >= 14,
    '1.9': (PasswordPolicy?.PasswordReusePrevention ?? 0) >= 24,
    '1.15': !direct,
    '1.16': !everything,
    '1.17': (PolicyRoles ?? []).length > 0,
  };
}

/** What IAM and the account's contacts say, by control. */
export async function seenInIam(account: SeededAccount): Promise<Seen> {
  const { root: rootRow, users } = await report(account);
  const { ServerCertificateMetadataList } = await account.iam.send(new ListServerCertificatesCommand({}));
  const contact = await account.account
    .send(new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' }))
    .catch((error: Error) => (error.name === 'ResourceNotFoundException' ? null : Promise.reject(error)));
  const active = (user: Row, n: number): boolean => user[`access_key_${n}_active`] === 'true';
  return {
    ...(await root(account, rootRow)),
    ...(await policies(account)),
    '1.2': contact?.AlternateContact?.EmailAddress !== undefined,
    '1.10': users.every((user) => user['password_enabled'] !== 'true' || user['mfa_active'] === 'true'),
    '1.11': !users.some(initialKey),
    '1.12': !users.some(unused),
    '1.13': !users.some((user) => active(user, 1) && active(user, 2)),
    '1.14': !users.some((user) =>
      [1, 2].some((n) => active(user, n) && age(user[`access_key_${n}_last_rotated`]) > 90),
    ),
    '1.19': (ServerCertificateMetadataList ?? []).every(({ Expiration }) => Number(Expiration) > Date.now()),
  };
}
