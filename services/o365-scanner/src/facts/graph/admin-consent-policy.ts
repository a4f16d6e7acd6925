import { graph } from '../define.ts';

/** Whether users may ask an administrator to let an app in, and who answers. */
export interface AdminConsentPolicy {
  readonly enabled: boolean;
  /** Queries that lead to the reviewers: `/v1.0/users/{id}`, `/v1.0/groups/{id}/transitiveMembers…`, a role's assignments. */
  readonly reviewers: readonly string[];
  readonly notifiesReviewers: boolean | null;
}

/** The workflow by which users ask for an app that they may not consent to themselves. */
export const adminConsentPolicy = graph({
  name: 'graph/admin-consent-policy',
  get: '/v1.0/policies/adminConsentRequestPolicy',
  permissions: ['Policy.Read.All'],
  read: (answer): AdminConsentPolicy => ({
    enabled: answer.at('isEnabled').flag(),
    // null where none was ever chosen
    reviewers: answer.at('reviewers').or([], (list) => list.items().map((reviewer) => reviewer.at('query').text())),
    notifiesReviewers: answer.at('notifyReviewers').or(null, (notifies) => notifies.flag()),
  }),
});
