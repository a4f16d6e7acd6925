import { check, fail, pass } from '@cis-scan/engine';
import { credentialReport } from '../../facts/iam/credential-report.ts';
import { reported, shownKey } from './_credentials.ts';
import { noUser } from './_no-user.ts';

export default check({
  title: 'An IAM user has one active access key at most',
  why: 'Each further key is one more secret to lose, and hides which of them is really needed.',
  fix: 'Find out which key is in use (IAM, Users, Security credentials, Last used), deactivate the other and then delete it.',
  needs: { credentialReport },
  options: { maxActiveKeys: 1 },
  evaluate: ({ credentialReport: report }, { maxActiveKeys }) =>
    report.users.each((user) => {
      const active = user.keys.filter((key) => key.active).length;
      const seen = reported(report, { keys: user.keys.map(shownKey) });
      return active > maxActiveKeys
        ? fail(user, `the user has ${active} active access keys, ${maxActiveKeys} at most is wanted`, seen)
        : pass(user, `the user has ${active === 0 ? 'no' : active} active access key${active > 1 ? 's' : ''}`, seen);
    }, noUser(report)),
});
