import { check, fail, notApplicable, pass } from '@cis-scan/engine';
import { credentialReport } from '../../facts/iam/credential-report.ts';
import { daysSince, inDays, reported, shownKey } from './_credentials.ts';
import { noUser } from './_no-user.ts';

export default check({
  title: 'Active access keys of IAM users are not old',
  why: 'The longer a key lives, the more copies of it lie in files, logs and old laptops.',
  fix: 'Make a second key, change over to it, deactivate the old one and delete it: IAM, Users, Security credentials. Better: replace keys by roles.',
  needs: { credentialReport },
  options: {
    /** Largest age of an active key; exactly so many days pass. */
    maxAgeDays: 90,
  },
  evaluate: ({ credentialReport: report }, { maxAgeDays }, { now }) =>
    report.users.each((user) => {
      const keys = user.keys.flatMap((key) =>
        key.active && key.lastRotated ? { n: key.n, days: daysSince(key.lastRotated, now) } : [],
      );
      const seen = reported(report, { keys: user.keys.map(shownKey) });
      if (keys.length === 0) return notApplicable(user, 'the user has no active access key', seen);
      const told = (some: typeof keys) => some.map(({ n, days }) => `key ${n} is ${inDays(days)} old`).join(', ');
      const old = keys.filter(({ days }) => days > maxAgeDays);
      return old.length > 0
        ? fail(user, `${told(old)}; ${maxAgeDays} days at most are wanted`, seen)
        : pass(user, `${told(keys)}; ${maxAgeDays} days at most are wanted`, seen);
    }, noUser(report)),
});
