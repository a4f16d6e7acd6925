import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { authorizationPolicy } from '../../facts/graph/authorization-policy.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'Users cannot register applications',
  why: 'An application that anybody registers can be granted access to data without anyone having looked at it.',
  fix: 'In the Entra admin center, Users, User settings, set "Users can register applications" to No; give the role Application Developer to those who need it.',
  needs: { authorizationPolicy },
  evaluate(facts) {
    const { usersMayRegisterApps } = facts.authorizationPolicy;
    const found = saw(authorizationPolicy, { 'defaultUserRolePermissions.allowedToCreateApps': usersMayRegisterApps });
    return usersMayRegisterApps
      ? [fail(target, 'every user may register applications, nobody but chosen administrators should', found)]
      : [pass(target, 'users may not register applications', found)];
  },
  otherwise: [reported('aad_third_party_apps')],
});
