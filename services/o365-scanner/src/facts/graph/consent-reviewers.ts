import { derive, Listing } from '@cis-scan/engine';
import { graphPerItem } from '../define.ts';
import { unlessAbsent } from '../gap.ts';
import { adminConsentPolicy } from './admin-consent-policy.ts';

const namedUsers = derive({
  name: 'graph/named-consent-reviewers',
  needs: { adminConsentPolicy },
  from: (facts) =>
    new Listing(
      [
        ...new Set(facts.adminConsentPolicy.reviewers.flatMap((query) => /\/users\/([^/?]+)$/.exec(query)?.[1] ?? [])),
      ].map((id) => ({ id })),
    ),
});

/** The reviewers of consent requests that are named as users: who of them is still there. */
export const consentReviewers = graphPerItem({
  name: 'graph/consent-reviewers',
  get: '/v1.0/users/{id}?$select=id,accountEnabled',
  permissions: ['User.Read.All'],
  of: namedUsers,
  read: async (get): Promise<{ readonly state: 'there' | 'disabled' | 'deleted' }> => {
    const user = await unlessAbsent(get(), 'Request_ResourceNotFound');
    if (user === undefined) return { state: 'deleted' };
    return { state: user.at('accountEnabled').flag() ? 'there' : 'disabled' };
  },
});
