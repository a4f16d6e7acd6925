import { check, fail, pass, saw, target, type Context } from '@cis-scan/engine';
import { authorizationDetails } from '../../facts/iam/authorization-details.ts';
import { parseArn, policyNameOf } from '../../semantics/arn.ts';

/** AWS's own policy of this name counts, and not one that the customer gave the same name. */
const OF_AWS = 'AWSSupportAccess';

/** Is the attached policy one of those that were named? A customer's own policy may be given by name or ARN. */
function isNamed(policy: string, names: readonly string[], { target: { cloud, account } }: Context): boolean {
  if (names.includes(policy)) return true;
  const name = policyNameOf(policy);
  const { partition, account: owner } = parseArn(policy) ?? {};
  if (partition !== cloud || !names.includes(name)) return false;
  return owner === 'aws' || (owner === account && name !== OF_AWS);
}

export default check({
  title: 'A role may open and follow AWS Support cases',
  why: 'In an incident somebody must be able to reach AWS Support at once, without root and without full rights.',
  fix: 'Create a role that the people on duty can assume and attach the AWS managed policy AWSSupportAccess to it.',
  needs: { authorizationDetails },
  options: {
    /** Policies that count as access to AWS Support when a role holds them. */
    policyNames: ['AWSSupportAccess'],
  },
  evaluate: (facts, { policyNames }, context) =>
    facts.authorizationDetails.roles.any(
      (role) => {
        const policy = role.attached.find((arn) => isNamed(arn, policyNames, context));
        return policy === undefined
          ? fail(target, `role ${role.name} holds none of ${policyNames.join(', ')}`)
          : pass(
              target,
              `role ${role.name} holds ${policyNameOf(policy)}`,
              saw(authorizationDetails, { role: role.id, policy }),
            );
      },
      (judged) =>
        fail(
          target,
          `none of ${judged.length} roles holds ${policyNames.join(' or ')}; one is wanted (a user or group that holds it does not count)`,
          saw(authorizationDetails, { roles: judged.length, policyNames }),
        ),
      { about: target },
    ),
});
