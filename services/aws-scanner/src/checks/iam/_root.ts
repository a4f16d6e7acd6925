import { notApplicable, type Context, type Judgement, type Where } from '@cis-scan/engine';

/** The root user as the resource of a row. */
export const rootOf = ({ target }: Context): Where => ({ id: `arn:${target.cloud}:iam::${target.account}:root` });

/** In AWS GovCloud (US) nobody signs in as root: MFA of root is asked for in the paired commercial account. */
export const withoutRootSignIn = (context: Context): Judgement | undefined =>
  context.target.cloud === 'aws-us-gov'
    ? notApplicable(rootOf(context), 'AWS GovCloud (US) has no console sign-in for root, so there is no MFA to ask for')
    : undefined;
