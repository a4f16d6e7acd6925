import { check, notApplicable, optional, saw, target } from '@cis-scan/engine';
import { appSignIns } from '../../facts/graph/app-sign-ins.ts';
import { byText } from '../_recent.ts';
import { reviewed } from '../_review.ts';

export default check({
  title: 'The use of applications is reviewed regularly',
  why: 'An app that nobody expected, or one that many fail to sign in to, shows first in how apps are used.',
  fix: 'In the Entra admin center, Enterprise applications, Usage & insights, look through the sign-ins by application each week.',
  needs: { signIns: optional(appSignIns) },
  options: { windowDays: 7 },
  evaluate: ({ signIns }, { windowDays }) =>
    reviewed({
      fact: appSignIns,
      list: signIns,
      what: 'applications were signed in to during the last 7 days',
      task: `review them at least every ${windowDays} days`,
      order: (a, b) => b.failed - a.failed || b.succeeded - a.succeeded || byText(a.id, b.id),
      show: ({ name, succeeded, failed }) => ({ name, succeeded, failed }),
      whenNone: () =>
        notApplicable(target, 'no application was signed in to during the last 7 days', saw(appSignIns, { count: 0 })),
    }),
});
