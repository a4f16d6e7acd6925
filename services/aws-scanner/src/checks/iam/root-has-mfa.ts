import { check, pass } from '@cis-scan/engine';
import { needs, options, rootSummary, rootWithoutMfa } from './_root-without-mfa.ts';
import { rootOf, withoutRootSignIn } from './_root.ts';

export default check({
  title: 'The root user signs in with MFA',
  why: 'Root can do everything and cannot be restricted; its password alone must not be enough.',
  fix: 'Sign in as root, open Security credentials and assign an MFA device. In an organisation, the credentials of root in member accounts can be removed centrally instead: IAM, Root access management.',
  needs,
  options,
  evaluate(facts, asked, context) {
    const exempt = withoutRootSignIn(context);
    if (exempt) return [exempt];
    const { accountSummary } = facts;
    return accountSummary.rootHasMfa
      ? [pass(rootOf(context), 'root has an MFA device', rootSummary(accountSummary))]
      : [rootWithoutMfa(facts, asked, context)];
  },
});
