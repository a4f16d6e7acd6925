import { check, fail, optional, pass, saw, target } from '@cis-scan/engine';
import { adminConsentPolicy } from '../../facts/graph/admin-consent-policy.ts';
import { consentReviewers } from '../../facts/graph/consent-reviewers.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'Users can ask an administrator to let an app in',
  why: 'Users who may not consent and cannot ask either find a way around; a request that somebody looks at is safer.',
  fix: 'In the Entra admin center, Enterprise applications, Consent and permissions, Admin consent settings, let users request consent and choose reviewers who answer.',
  needs: { adminConsentPolicy, reviewers: optional(consentReviewers) },
  options: { minReviewers: 1 },
  evaluate({ adminConsentPolicy: { enabled, reviewers: chosen }, reviewers }, { minReviewers }) {
    const found = saw(adminConsentPolicy, { isEnabled: enabled, reviewers: chosen.length });
    if (!enabled) return [fail(target, 'users cannot ask for consent by an administrator, they should', found)];
    if (chosen.length < minReviewers) {
      const reason = `users can ask for consent, but ${chosen.length} reviewers answer where at least ${minReviewers} should`;
      return [fail(target, reason, found)];
    }
    const gone: string[] = [];
    if (reviewers.ok) reviewers.value.map(({ id, state }) => state !== 'there' && gone.push(`${id} (${state})`));
    const warning = gone.length > 0 ? `; of these, some cannot answer any more: ${gone.sort().join(', ')}` : '';
    return [pass(target, `users can ask for consent, and ${chosen.length} reviewers are chosen${warning}`, found)];
  },
  otherwise: [reported('aad_admin_consent_workflow')],
});
