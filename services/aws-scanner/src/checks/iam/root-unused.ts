import { check, fail, manual, notAssessed, pass, suggesting } from '@cis-scan/engine';
import { credentialReport } from '../../facts/iam/credential-report.ts';
import { daysSince, inDays, reported, shown, type Report } from './_credentials.ts';
import { rootOf } from './_root.ts';

/** Every use of root that the report dates, the latest first. */
function usesOf(root: NonNullable<Report['root']>): readonly { readonly what: string; readonly at: Date }[] {
  const uses = [
    { what: 'its password', at: root.passwordLastUsed },
    ...root.keys.map((key) => ({ what: `access key ${key.n}`, at: key.lastUsed })),
  ];
  return uses
    .flatMap(({ what, at }) => (at instanceof Date ? { what, at } : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

export default check({
  title: 'The root user is not used for everyday work',
  why: 'What is done as root bears nobody’s name, and a mistake or a theft there has no limit.',
  fix: 'Do the work with a role or a user of one’s own, and keep root for the few tasks that only root can do. Look in CloudTrail what root was used for.',
  needs: { credentialReport },
  options: {
    /** A use less than so many days ago counts as everyday use. */
    windowDays: 90,
    /** `fail`, or `manual` where a person shall say whether the use was justified. */
    whenUnproven: 'fail',
  },
  evaluate({ credentialReport: report }, { windowDays, whenUnproven }, context) {
    const where = rootOf(context);
    const { root } = report;
    if (root === null) {
      const detail = 'the credential report has no row for root';
      return [notAssessed({ cause: 'failed', fact: credentialReport.name, rights: [], detail }, where)];
    }
    const seen = reported(report, {
      passwordLastUsed: shown(root.passwordLastUsed),
      ...Object.fromEntries(root.keys.map((key) => [`accessKey${key.n}LastUsed`, shown(key.lastUsed)])),
    });
    const [latest] = usesOf(root);
    if (latest === undefined) return [pass(where, 'the credential report dates no use of root', seen)];
    const days = daysSince(latest.at, context.now);
    const found = `root was last used ${inDays(days)} ago, by ${latest.what}`;
    if (days >= windowDays) return [pass(where, `${found}; a use in the last ${windowDays} days would count`, seen)];
    return whenUnproven === 'manual'
      ? [suggesting('fail', manual(where, `${found}; a person must say whether only root could do that`, seen))]
      : [fail(where, `${found}; no use in the last ${windowDays} days is wanted`, seen)];
  },
});
