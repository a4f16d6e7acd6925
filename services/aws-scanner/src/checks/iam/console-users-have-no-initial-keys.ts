import { check, fail, manual, notApplicable, pass } from '@cis-scan/engine';
import { credentialReport, type UserKey } from '../../facts/iam/credential-report.ts';
import { reported, shown, shownKey } from './_credentials.ts';
import { noUser } from './_no-user.ts';

const numbers = (keys: readonly UserKey[]): string => `access key ${keys.map((key) => key.n).join(' and ')}`;

export default check({
  title: 'No access key was made together with a console user',
  why: 'Keys that come with a new user as a matter of course are often never needed and lie about from the first day.',
  fix: 'Delete the key if nobody uses it: IAM, Users, Security credentials. Make keys later, when a program really needs one.',
  needs: { credentialReport },
  options: {
    /** A key made within so many seconds of its user counts as made with it. */
    setupToleranceSeconds: 10,
    /** For a key made with its user and used since: `manual`, `fail` or `pass`. */
    whenUnproven: 'manual',
    /** Whether every active key of a console user that was never used fails, also one that was made later. */
    neverUsedKeysFail: false,
  },
  evaluate: ({ credentialReport: report }, { setupToleranceSeconds, whenUnproven, neverUsedKeysFail }) =>
    report.users.each((user) => {
      const { created, passwordEnabled, keys } = user;
      const seen = reported(report, { created: shown(created), passwordEnabled, keys: keys.map(shownKey) });
      if (!passwordEnabled) return notApplicable(user, 'the user has no console password', seen);
      const active = keys.filter((key) => key.active);
      // The report dates a key's last change of state, which for an untouched key is its creation.
      const withUser = ({ lastRotated }: UserKey): boolean =>
        lastRotated !== null && Math.abs(lastRotated.getTime() - created.getTime()) <= setupToleranceSeconds * 1000;
      const setUp = active.filter(withUser);
      const neverUsed = active.filter((key) => key.lastUsed === 'never');
      const wrong = neverUsedKeysFail ? neverUsed : neverUsed.filter(withUser);
      if (wrong.length > 0) {
        const when = wrong.every(withUser) ? 'made together with the user' : 'active';
        return fail(user, `${numbers(wrong)} was ${when} and never used; such keys should be deleted`, seen);
      }
      if (setUp.length > 0) {
        const use = setUp.some((key) => key.lastUsed === 'no-information') ? 'its use is not recorded' : 'used since';
        const found = `${numbers(setUp)} was made together with the user, ${use}`;
        if (whenUnproven === 'fail') return fail(user, `${found}; keys should be made when they are needed`, seen);
        if (whenUnproven === 'pass') return pass(user, `${found}; that is accepted here`, seen);
        return manual(user, `${found}; a person must say whether it was wanted`, seen);
      }
      const later = neverUsed.length > 0 ? `, but ${numbers(neverUsed)}, made or changed later, was never used` : '';
      return pass(user, `no active access key was made together with the user${later}`, seen);
    }, noUser(report)),
});
