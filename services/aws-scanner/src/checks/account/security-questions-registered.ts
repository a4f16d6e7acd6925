import { check, manual, target } from '@cis-scan/engine';

export default check({
  title: 'Security questions are set for the account',
  why: 'They were one way in which AWS Support could tell the owner of an account that had lost its root sign-in.',
  fix: 'Sign in as root, open Account, and look for the security challenge questions. Where the page offers none any more, note that they are not available for this account.',
  needs: {},
  evaluate: () => [
    manual(
      target,
      'no AWS API tells whether security questions are set: a person signs in as root, looks at the Account page, and notes what stands there (also that the account is not offered any)',
    ),
  ],
});
