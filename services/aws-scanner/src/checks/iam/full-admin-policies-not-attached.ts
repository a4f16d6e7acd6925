import { check, fail, notApplicable, notAssessed, pass, saw, target, type Judgement } from '@cis-scan/engine';
import { authorizationDetails, type Holder } from '../../facts/iam/authorization-details.ts';
import { awsManagedPolicyGrants } from '../../facts/iam/aws-managed-policy-grants.ts';
import { managedPolicies, type HeldPolicy } from '../../facts/iam/managed-policies.ts';
import { named } from '../_named.ts';

function heldBy({ attachments, users, roles }: HeldPolicy): string {
  if (attachments === 0) return 'attached to nobody';
  const unlisted = attachments - users.length - roles.length;
  const holders = [
    ...(users.length > 0 ? [`users ${named(users).join(', ')}`] : []),
    ...(roles.length > 0 ? [`roles ${named(roles).join(', ')}`] : []),
    ...(unlisted > 0 ? [`${unlisted} not listed here, such as groups`] : []),
  ];
  return `attached to ${holders.join('; ')}`;
}

function judge(policy: HeldPolicy): Judgement {
  const { id, awsManaged, defaultVersion, attachments, users, roles, grant } = policy;
  const source = awsManaged ? awsManagedPolicyGrants : authorizationDetails;
  if (!grant.ok) {
    const detail = `its version ${defaultVersion} cannot be understood: ${grant.detail}`;
    return notAssessed({ cause: 'failed', fact: source.name, resource: id, rights: [], detail });
  }
  const holders = { attachments, users: named(users), roles: named(roles) };
  const seen = saw(source, { awsManaged, defaultVersion, fullGrants: grant.full, ...holders });
  const notes = grant.notes.map((note) => `; ${note}`).join('');
  const [full] = grant.full;
  return full
    ? fail(policy, `${full.statement} allows every action on every resource; ${heldBy(policy)}${notes}`, seen)
    : pass(policy, `no statement allows every action on every resource${notes}`, seen);
}

/** Inline policies are not what is asked for here, but whoever reads the answer should know of those that grant all. */
const inlineNote = (holder: Holder): readonly Judgement[] =>
  holder.inlineFullAdmin.length === 0
    ? []
    : [
        notApplicable(
          holder,
          `inline policy ${named(holder.inlineFullAdmin).join(', ')} allows every action on every resource; only managed policies are judged here`,
          saw(authorizationDetails, { inlineFullAdmin: named(holder.inlineFullAdmin) }),
        ),
      ];

export default check({
  title: 'No managed policy in use allows everything',
  why: 'With full rights, one stolen credential or one mistake is enough to lose the whole account.',
  fix: 'Detach the policy (IAM, Policies, Entities attached) and give each user and role only what it needs; IAM Access Analyzer can write such a policy from what was really called.',
  needs: { managedPolicies, authorizationDetails },
  options: {
    /** Judge only policies that a user, group or role holds. */
    attachedOnly: true,
    /** Judge AWS's own policies too, such as AdministratorAccess. */
    includeAwsManaged: true,
  },
  evaluate({ managedPolicies: { customer, aws }, authorizationDetails: { users, roles } }, asked) {
    const policies = asked.includeAwsManaged ? customer.and(aws) : customer;
    const inScope = policies.filter((policy) => !asked.attachedOnly || policy.attachments > 0);
    const none = `there is no ${asked.includeAwsManaged ? '' : 'customer '}managed policy${asked.attachedOnly ? ' in use' : ''}`;
    return [...inScope.each(judge, () => notApplicable(target, none)), ...users.and(roles).each(inlineNote, () => [])];
  },
});
