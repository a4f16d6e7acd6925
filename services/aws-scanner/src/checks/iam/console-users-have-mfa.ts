import { check, fail, notApplicable, pass } from '@cis-scan/engine';
import { credentialReport } from '../../facts/iam/credential-report.ts';
import { reported } from './_credentials.ts';
import { noUser } from './_no-user.ts';

export default check({
  title: 'Every IAM user with a console password has MFA',
  why: 'A password that was guessed or phished opens the console at once where no second factor is asked for.',
  fix: 'Have the user add an MFA device: IAM, Users, Security credentials. Or remove the console password if nobody needs it.',
  needs: { credentialReport },
  evaluate: ({ credentialReport: report }) =>
    report.users.each((user) => {
      const { passwordEnabled, mfaActive } = user;
      const seen = reported(report, { passwordEnabled, mfaActive });
      if (!passwordEnabled) return notApplicable(user, 'the user has no console password', seen);
      return mfaActive
        ? pass(user, 'the user has a console password and MFA', seen)
        : fail(user, 'the user has a console password and no MFA device; one is wanted', seen);
    }, noUser(report)),
});
