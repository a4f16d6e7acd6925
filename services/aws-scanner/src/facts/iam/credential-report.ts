import { Listing, Unreadable, type Gap } from '@cis-scan/engine';
import { parseCredentialReport, type ReportedKey, type ReportedUser } from '../../semantics/credential-report.ts';
import { fact } from '../define.ts';
import { unlessAbsent } from '../door.ts';
import { untilReady } from '../until-ready.ts';

const NAME = 'iam/credential-report';

/** A report of the last four hours is there at once; a new one takes seconds, in large accounts minutes. Five in all. */
const WAITS = [250, 500, 1_000, 2_000, 4_000, 8_000, ...Array.from({ length: 28 }, () => 10_000)];

/** Answers of GetCredentialReport that mean "have it made first"; by the SDK's name and by the one on the wire. */
const NOT_YET = [
  'CredentialReportNotPresentException',
  'CredentialReportExpiredException',
  'CredentialReportNotReadyException',
  'ReportNotPresent',
  'ReportExpired',
  'ReportInProgress',
];

export interface UserKey extends Pick<ReportedKey, 'n' | 'active' | 'lastUsed'> {
  /** Creation, or the last change of its state. Every active key has one. */
  readonly lastRotated: Date | null;
}

/** A user of the report, whole: every column that decides something holds a value. */
export interface IamUser {
  /** ARN. */
  readonly id: string;
  readonly name: string;
  readonly created: Date;
  readonly passwordEnabled: boolean;
  readonly passwordLastUsed: ReportedUser['passwordLastUsed'];
  readonly passwordLastChanged: Date | null;
  readonly mfaActive: boolean;
  readonly keys: readonly UserKey[];
}

/** The first column of a row that should hold a value and does not. */
function missingColumn(row: ReportedUser): string | undefined {
  if (typeof row.passwordEnabled !== 'boolean') return 'password_enabled';
  if (row.created === null) return 'user_creation_time';
  if (row.passwordEnabled && !(row.passwordLastUsed instanceof Date) && row.passwordLastChanged === null) {
    return 'password_last_changed';
  }
  const key = row.keys.find((k) => k.active && k.lastRotated === null);
  return key && `access_key_${key.n}_last_rotated`;
}

const keysOf = (row: ReportedUser): readonly UserKey[] =>
  row.keys.map(({ n, active, lastRotated, lastUsed }) => ({ n, active, lastRotated, lastUsed }));

/** The user of a row, or the gap that its one unusable row leaves; the others stand. */
function userOf(row: ReportedUser): IamUser | Gap {
  const { arn: id, user: name, created, passwordEnabled } = row;
  const missing = missingColumn(row);
  if (missing !== undefined || created === null || passwordEnabled === 'not_supported') {
    const detail = `the credential report says nothing in ${missing} of this user`;
    return { fact: NAME, cause: 'failed', resource: id, rights: [], detail };
  }
  const { passwordLastUsed, passwordLastChanged, mfaActive } = row;
  return { id, name, created, passwordEnabled, passwordLastUsed, passwordLastChanged, mfaActive, keys: keysOf(row) };
}

const isUser = (x: IamUser | Gap): x is IamUser => 'keys' in x;
const isGap = (x: IamUser | Gap): x is Gap => !isUser(x);

/**
 * The account's credential report: root (`null` where the report has no such row) and every IAM user. IAM hands out a
 * report of the last four hours again, so its own time goes into the evidence.
 * APIs: iam GenerateCredentialReport until it is complete, GetCredentialReport.
 */
export const credentialReport = fact({
  name: NAME,
  calls: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  async read({ iam }) {
    const report = await untilReady(async () => {
      // While too many ask at once IAM starts no new report; the one it has may still be good.
      const made = await unlessAbsent(iam.generateCredentialReport({}), 'LimitExceededException', 'LimitExceeded');
      if (made !== undefined && made.State !== 'COMPLETE') return undefined;
      return unlessAbsent(iam.getCredentialReport({}), ...NOT_YET);
    }, WAITS);
    if (report === undefined) {
      const detail = 'IAM did not finish the credential report in five minutes';
      throw new Unreadable({ cause: 'timed-out', rights: [], detail });
    }
    const { Content, GeneratedTime: generatedAt } = report;
    if (!Content || !generatedAt) throw new Error('the credential report lacks its content or its time');
    const rows = parseCredentialReport(new TextDecoder().decode(Content));
    const users = rows.filter((row) => !row.isRoot).map(userOf);
    const root = rows.find((row) => row.isRoot);
    return {
      generatedAt,
      root: root ? { ...root, keys: keysOf(root) } : null,
      users: new Listing(users.filter(isUser), users.filter(isGap)),
    };
  },
});
