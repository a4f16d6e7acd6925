import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { passwordPolicy } from '../../facts/iam/password-policy.ts';

export default check({
  title: 'IAM users cannot go back to one of their last passwords',
  why: 'A password that was found out is of use again as soon as its owner returns to it.',
  fix: 'In IAM, Account settings, edit the password policy, prevent password reuse and remember 24 passwords.',
  needs: { passwordPolicy },
  options: { remembered: 24 },
  evaluate({ passwordPolicy: policy }, { remembered }) {
    if (policy === null) {
      const reason = `no password policy is set, so no earlier password is remembered; ${remembered} are wanted`;
      return [fail(target, reason, saw(passwordPolicy, { passwordPolicy: null }))];
    }
    const { reusePrevention } = policy;
    const seen = saw(passwordPolicy, { reusePrevention });
    return reusePrevention >= remembered
      ? [pass(target, `the last ${reusePrevention} passwords are remembered, ${remembered} are wanted`, seen)]
      : [fail(target, `the last ${reusePrevention} passwords are remembered; ${remembered} are wanted`, seen)];
  },
});
