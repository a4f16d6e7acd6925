import { check, fail, notApplicable, pass, saw, target } from '@cis-scan/engine';
import { authorizationDetails } from '../../facts/iam/authorization-details.ts';
import { policyNameOf } from '../../semantics/arn.ts';
import { named } from '../_named.ts';

export default check({
  title: 'IAM users hold no policy of their own',
  why: 'Rights that hang on single users are soon known to nobody; those of a group can be read, and end when someone leaves it.',
  fix: 'Attach the policy to a group, add the user to it, then detach or delete the user’s own: IAM, Users, Permissions.',
  needs: { authorizationDetails },
  evaluate: (facts) =>
    facts.authorizationDetails.users.each(
      (user) => {
        const attached = named(user.attached.map(policyNameOf));
        const inline = named(user.inline);
        const seen = saw(authorizationDetails, { attached, inline });
        const found = [
          ...(attached.length > 0 ? [`attached ${attached.join(', ')}`] : []),
          ...(inline.length > 0 ? [`inline ${inline.join(', ')}`] : []),
        ];
        return found.length > 0
          ? fail(user, `the user holds policies directly (${found.join('; ')}); they should come from groups`, seen)
          : pass(user, 'the user holds no inline or attached policy', seen);
      },
      () => notApplicable(target, 'there is no IAM user in the account', saw(authorizationDetails, { users: 0 })),
    ),
});
