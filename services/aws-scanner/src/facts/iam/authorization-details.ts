import { Listing } from '@cis-scan/engine';
import { grantsEverything, type GrantsEverything } from '../../semantics/iam-policy.ts';
import { fact } from '../define.ts';
import { pages } from '../door.ts';
import { takeIn } from '../gathered.ts';

const NAME = 'iam/authorization-details';

/** A user or role with what it is allowed directly. */
export interface Holder {
  /** ARN. */
  readonly id: string;
  readonly name: string;
  /** ARNs of attached managed policies. A permissions boundary is none. */
  readonly attached: readonly string[];
  /** Names of inline policies. */
  readonly inline: readonly string[];
  /** Those inline policies that allow every action on every resource. */
  readonly inlineFullAdmin: readonly string[];
}

/** A managed policy, customer's or AWS's own, with what its default version grants. */
export interface ManagedPolicy {
  /** ARN. */
  readonly id: string;
  readonly name: string;
  readonly defaultVersion: string;
  /** Users, groups and roles it is attached to; not those it is only a boundary of. */
  readonly attachments: number;
  readonly grant: GrantsEverything;
}

interface Principal {
  readonly Arn?: string | undefined;
  readonly AttachedManagedPolicies?: readonly { readonly PolicyArn?: string | undefined }[] | undefined;
}
interface Inline {
  readonly PolicyName?: string | undefined;
  readonly PolicyDocument?: string | undefined;
}

/** Lists that AWS leaves out of a user or role are empty: it names them only where they hold something. */
function holderOf(principal: Principal, name: string | undefined, policies: readonly Inline[] = []): Holder {
  if (!principal.Arn || !name) throw new Error('a user or role without ARN or name');
  const full = policies.filter(({ PolicyDocument }) => {
    const grant = grantsEverything(PolicyDocument);
    return grant.ok && grant.grants;
  });
  const names = (of: readonly Inline[]): readonly string[] => of.map((p) => p.PolicyName ?? '').sort();
  return {
    id: principal.Arn,
    name,
    attached: (principal.AttachedManagedPolicies ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? []).sort(),
    inline: names(policies),
    inlineFullAdmin: names(full),
  };
}

/**
 * All users and roles with their policies, and the customer's managed policies, in one paged answer instead of calls per
 * user and policy. Documents are judged here and not kept. API: iam GetAccountAuthorizationDetails.
 */
export const authorizationDetails = fact({
  name: NAME,
  calls: ['iam:GetAccountAuthorizationDetails'],
  async read({ iam }) {
    const users: Holder[] = [];
    const roles: Holder[] = [];
    const policies: ManagedPolicy[] = [];
    const ask = (Marker: string | undefined) =>
      iam.getAccountAuthorizationDetails({ Filter: ['User', 'Role', 'LocalManagedPolicy'], MaxItems: 1000, Marker });
    const gaps = await takeIn(
      NAME,
      pages(ask, (page) => (page.IsTruncated ? page.Marker : undefined)),
      (page) => {
        for (const user of page.UserDetailList ?? []) users.push(holderOf(user, user.UserName, user.UserPolicyList));
        for (const role of page.RoleDetailList ?? []) roles.push(holderOf(role, role.RoleName, role.RolePolicyList));
        for (const { Arn, PolicyName, DefaultVersionId, AttachmentCount, PolicyVersionList } of page.Policies ?? []) {
          if (!Arn || !DefaultVersionId || AttachmentCount === undefined) {
            throw new Error('a managed policy without ARN, default version or number of attachments');
          }
          const inForce = PolicyVersionList?.find((v) => v.IsDefaultVersion || v.VersionId === DefaultVersionId);
          policies.push({
            id: Arn,
            name: PolicyName ?? '',
            defaultVersion: DefaultVersionId,
            attachments: AttachmentCount,
            grant: grantsEverything(inForce?.Document),
          });
        }
      },
    );
    const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
    return {
      users: new Listing(users.sort(byId), gaps),
      roles: new Listing(roles.sort(byId), gaps),
      policies: new Listing(policies.sort(byId), gaps),
    };
  },
});
