import {
  check,
  fail,
  notApplicable,
  notAssessed,
  pass,
  type Context,
  type Judgement,
  type Where,
} from '@cis-scan/engine';
import { credentialReport } from '../../facts/iam/credential-report.ts';
import { reported, shown, shownKey, type Report } from './_credentials.ts';
import { disuseOf } from './_disuse.ts';
import { noUser } from './_no-user.ts';
import { rootOf } from './_root.ts';

type Row = Parameters<typeof disuseOf>[0] & Pick<NonNullable<Report['root']>, 'passwordLastUsed'>;

function judge(where: Where, row: Row, report: Report, maxUnusedDays: number, { now }: Context): Judgement {
  const { passwordEnabled } = row;
  const seen = reported(report, {
    passwordEnabled,
    passwordLastUsed: shown(row.passwordLastUsed),
    passwordLastChanged: shown(row.passwordLastChanged),
    keys: row.keys.map(shownKey),
  });
  const enabled = disuseOf(row, now);
  if (enabled.length === 0) return notApplicable(where, 'neither a password nor an access key is enabled', seen);
  const unused = enabled.filter(({ days }) => days >= maxUnusedDays);
  const told = (unused.length > 0 ? unused : enabled).map((credential) => credential.told).join(', ');
  return unused.length > 0
    ? fail(where, `${told}; what lies unused for ${maxUnusedDays} days should be disabled`, seen)
    : pass(where, `${told}; less than ${maxUnusedDays} days are wanted`, seen);
}

function judgeRoot(report: Report, maxUnusedDays: number, context: Context): Judgement {
  if (report.root !== null) return judge(rootOf(context), report.root, report, maxUnusedDays, context);
  const detail = 'the credential report has no row for root';
  return notAssessed({ cause: 'failed', fact: credentialReport.name, rights: [], detail }, rootOf(context));
}

export default check({
  title: 'Passwords and access keys that nobody uses are disabled',
  why: 'A credential that nobody uses is missed by nobody when it is stolen.',
  fix: 'Deactivate the access key or remove the console password: IAM, Users, Security credentials. Delete the user if nothing of it is in use.',
  needs: { credentialReport },
  options: {
    /** A credential unused for so many days fails; one day less passes. */
    maxUnusedDays: 45,
    /** Judge root as well, which has checks of its own. */
    includeRoot: false,
  },
  evaluate: ({ credentialReport: report }, { maxUnusedDays, includeRoot }, context) => [
    ...(includeRoot ? [judgeRoot(report, maxUnusedDays, context)] : []),
    ...report.users.each((user) => judge(user, user, report, maxUnusedDays, context), noUser(report)),
  ],
});
