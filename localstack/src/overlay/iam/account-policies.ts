import {
  GetGroupPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsForUserCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
  NoSuchEntityException,
} from '@aws-sdk/client-iam';
import { assumeRole, OVERLAY_ROLE } from '../../accounts.ts';
import { statementsOf, type Statement } from './evaluate.ts';

/** A user or a role, as policies are attached to it. */
export interface Principal {
  readonly kind: 'user' | 'role';
  readonly name: string;
}

async function nullIfMissing<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (error instanceof NoSuchEntityException) return null;
    throw error;
  });
}

/** Reads, in one account of the emulator, what its identities are allowed. */
export class AccountPolicies {
  #iam: IAMClient;

  constructor(iam: IAMClient) {
    this.#iam = iam;
  }

  static async open(endpoint: string, account: string): Promise<AccountPolicies> {
    const credentials = await assumeRole(endpoint, `arn:aws:iam::${account}:role/${OVERLAY_ROLE}`, 'overlay');
    return new AccountPolicies(new IAMClient({ region: 'us-east-1', endpoint, credentials }));
  }

  /** Statements of the identity policies of a principal, groups included; null when it does not exist. */
  async statements(principal: Principal): Promise<readonly Statement[] | null> {
    const parts = principal.kind === 'role' ? this.#ofRole(principal.name) : this.#ofUser(principal.name);
    return (await nullIfMissing(parts))?.flat() ?? null;
  }

  /** Statements of the trust policy and the longest session of a role; null when there is no such role. */
  async role(name: string): Promise<{ trust: readonly Statement[]; maxSessionSeconds: number } | null> {
    const answer = await nullIfMissing(this.#iam.send(new GetRoleCommand({ RoleName: name })));
    if (!answer?.Role) return null;
    const { AssumeRolePolicyDocument: document, MaxSessionDuration } = answer.Role;
    return { trust: document ? statementsOf(document) : [], maxSessionSeconds: MaxSessionDuration ?? 3600 };
  }

  async isActive(userName: string, accessKeyId: string): Promise<boolean> {
    const answer = await nullIfMissing(this.#iam.send(new ListAccessKeysCommand({ UserName: userName })));
    const key = answer?.AccessKeyMetadata?.find(({ AccessKeyId }) => AccessKeyId === accessKeyId);
    return key?.Status !== 'Inactive';
  }

  async managed(arn: string): Promise<readonly Statement[]> {
    const { Policy } = await this.#iam.send(new GetPolicyCommand({ PolicyArn: arn }));
    const VersionId = Policy?.DefaultVersionId;
    const { PolicyVersion } = await this.#iam.send(new GetPolicyVersionCommand({ PolicyArn: arn, VersionId }));
    return PolicyVersion?.Document ? statementsOf(PolicyVersion.Document) : [];
  }

  close(): void {
    this.#iam.destroy();
  }

  async #ofRole(RoleName: string): Promise<(readonly Statement[])[]> {
    const [inline, attached] = await Promise.all([
      this.#iam.send(new ListRolePoliciesCommand({ RoleName })),
      this.#iam.send(new ListAttachedRolePoliciesCommand({ RoleName })),
    ]);
    return Promise.all([
      ...(inline.PolicyNames ?? []).map(async (PolicyName) => {
        const { PolicyDocument } = await this.#iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
        return statementsOf(PolicyDocument ?? '{}');
      }),
      ...this.#attached(attached.AttachedPolicies),
    ]);
  }

  async #ofUser(UserName: string): Promise<(readonly Statement[])[]> {
    const [inline, attached, groups] = await Promise.all([
      this.#iam.send(new ListUserPoliciesCommand({ UserName })),
      this.#iam.send(new ListAttachedUserPoliciesCommand({ UserName })),
      this.#iam.send(new ListGroupsForUserCommand({ UserName })),
    ]);
    return Promise.all([
      ...(inline.PolicyNames ?? []).map(async (PolicyName) => {
        const { PolicyDocument } = await this.#iam.send(new GetUserPolicyCommand({ UserName, PolicyName }));
        return statementsOf(PolicyDocument ?? '{}');
      }),
      ...this.#attached(attached.AttachedPolicies),
      ...(groups.Groups ?? []).map(async ({ GroupName }) => (await this.#ofGroup(GroupName)).flat()),
    ]);
  }

  async #ofGroup(GroupName: string | undefined): Promise<(readonly Statement[])[]> {
    const [inline, attached] = await Promise.all([
      this.#iam.send(new ListGroupPoliciesCommand({ GroupName })),
      this.#iam.send(new ListAttachedGroupPoliciesCommand({ GroupName })),
    ]);
    return Promise.all([
      ...(inline.PolicyNames ?? []).map(async (PolicyName) => {
        const { PolicyDocument } = await this.#iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName }));
        return statementsOf(PolicyDocument ?? '{}');
      }),
      ...this.#attached(attached.AttachedPolicies),
    ]);
  }

  #attached(policies: { PolicyArn?: string | undefined }[] | undefined): Promise<readonly Statement[]>[] {
    return (policies ?? []).flatMap(({ PolicyArn }) => (PolicyArn === undefined ? [] : [this.managed(PolicyArn)]));
  }
}
