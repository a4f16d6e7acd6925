import { grantsEverything } from '../../semantics/iam-policy.ts';
import { perItem } from '../define.ts';
import { awsManagedPolicies } from './aws-managed-policies.ts';

/** AWS's managed policies in use, with what their default version grants. API: iam GetPolicyVersion. */
export const awsManagedPolicyGrants = perItem({
  name: 'iam/aws-managed-policy-grants',
  calls: ['iam:GetPolicyVersion'],
  of: awsManagedPolicies,
  region: () => 'global',
  id: (policy) => policy.id,
  async read({ iam }, { id, defaultVersion }) {
    const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn: id, VersionId: defaultVersion });
    return { grant: grantsEverything(PolicyVersion?.Document) };
  },
});
