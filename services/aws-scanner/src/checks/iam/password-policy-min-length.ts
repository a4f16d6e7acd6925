import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { passwordPolicy } from '../../facts/iam/password-policy.ts';

export default check({
  title: 'Passwords of IAM users have a minimum length',
  why: 'Short passwords can be guessed, or found by trying them all.',
  fix: 'In IAM, Account settings, edit the password policy and raise the minimum length.',
  needs: { passwordPolicy },
  options: { minLength: 14 },
  evaluate(facts, { minLength }) {
    const policy = facts.passwordPolicy;
    if (policy === null) {
      const reason = `no password policy is set, so the AWS default of 8 characters holds; ${minLength} are asked for`;
      return [fail(target, reason, saw(passwordPolicy, { passwordPolicy: null }))];
    }
    const { minimumLength } = policy;
    const found = saw(passwordPolicy, { minimumLength });
    return minimumLength >= minLength
      ? [pass(target, `at least ${minimumLength} characters are asked for, ${minLength} are wanted`, found)]
      : [fail(target, `passwords of ${minimumLength} characters are accepted, ${minLength} are wanted`, found)];
  },
});
