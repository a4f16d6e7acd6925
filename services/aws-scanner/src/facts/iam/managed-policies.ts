import { derive, type Listing } from '@cis-scan/engine';
import { authorizationDetails, type Holder, type ManagedPolicy } from './authorization-details.ts';
import { awsManagedPolicyGrants } from './aws-managed-policy-grants.ts';

/** A managed policy with the users and roles that were seen to hold it. Groups are only in its number of attachments. */
export interface HeldPolicy extends ManagedPolicy {
  readonly awsManaged: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

/** Names of holders, by the ARN of the policy. */
function byPolicy(holders: Listing<Holder>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  // Only for telling who holds a policy: nothing is decided by it, so what is unread may be missing here.
  for (const { name, attached } of holders.known()) {
    for (const policy of attached) {
      const known = names.get(policy);
      if (known) known.push(name);
      else names.set(policy, [name]);
    }
  }
  return names;
}

/** The customer's managed policies and those of AWS that are in use, each with who holds it. */
export const managedPolicies = derive({
  name: 'iam/managed-policies',
  needs: { authorizationDetails, awsManagedPolicyGrants },
  from({ authorizationDetails: details, awsManagedPolicyGrants: ofAws }) {
    const users = byPolicy(details.users);
    const roles = byPolicy(details.roles);
    const held = (awsManaged: boolean) => (policy: ManagedPolicy) =>
      ({
        ...policy,
        awsManaged,
        users: users.get(policy.id) ?? [],
        roles: roles.get(policy.id) ?? [],
      }) satisfies HeldPolicy;
    return { customer: details.policies.map(held(false)), aws: ofAws.map(held(true)) };
  },
});
