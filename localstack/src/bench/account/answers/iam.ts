import { xmlAnswer } from '../../../overlay/call.ts';
import type { Answerer, Question } from '../answerer.ts';
import { ACCOUNT } from '../model.ts';
import { page, queryAnswer, toXml, type Value } from '../wire.ts';
import { credentialReportOf } from './credential-report.ts';

const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`;
const MADE = '2024-03-01T09:00:00Z';

const document = (n: number): string => {
  const Action = n % 50 === 0 ? '*' : ['s3:GetObject', 's3:ListBucket', 'dynamodb:Query', 'logs:PutLogEvents'];
  const statement = {
    Sid: `Statement${n}`,
    Effect: 'Allow',
    Action,
    Resource: n % 50 === 0 ? '*' : `arn:aws:s3:::team-${n}/*`,
  };
  return encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
};
const trust = encodeURIComponent(
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  }),
);

/** Policies of AWS's own that somebody holds. */
export const ATTACHED = [
  'AWSSupportAccess',
  'ReadOnlyAccess',
  'SecurityAudit',
  'PowerUserAccess',
  'AdministratorAccess',
];
const ofAws = (name: string): string => `arn:aws:iam::aws:policy/${name}`;

const userOf = (n: number): Value => ({
  Path: '/',
  UserName: `user-${n}`,
  UserId: `AIDABENCH${n}`,
  Arn: arn(`user/user-${n}`),
  CreateDate: MADE,
  GroupList: ['people'],
  AttachedManagedPolicies:
    n % 4 === 0 ? [{ PolicyName: `policy-${n % 20}`, PolicyArn: arn(`policy/policy-${n % 20}`) }] : [],
  UserPolicyList: n % 9 === 0 ? [{ PolicyName: 'inline', PolicyDocument: document(n) }] : undefined,
});
const roleOf = (n: number): Value => ({
  Path: '/',
  RoleName: `role-${n}`,
  RoleId: `AROABENCH${n}`,
  Arn: arn(`role/role-${n}`),
  CreateDate: MADE,
  AssumeRolePolicyDocument: trust,
  InstanceProfileList: [],
  RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: document(n + 1) }],
  AttachedManagedPolicies: n === 0 ? [{ PolicyName: 'AWSSupportAccess', PolicyArn: ofAws('AWSSupportAccess') }] : [],
});
const policyOf = (n: number): Value => ({
  PolicyName: `policy-${n}`,
  PolicyId: `ANPABENCH${n}`,
  Arn: arn(`policy/policy-${n}`),
  Path: '/',
  DefaultVersionId: 'v1',
  AttachmentCount: n < 20 ? 3 : 0,
  PermissionsBoundaryUsageCount: 0,
  IsAttachable: true,
  PolicyVersionList: [{ Document: document(n), VersionId: 'v1', IsDefaultVersion: true, CreateDate: MADE }],
});

/** Users, roles and policies are paged as one list. */
function details({ account, parameter }: Question): { readonly [name: string]: Value } {
  type Entry = readonly [list: string, n: number];
  const all: Entry[] = (['users', 'roles', 'policies'] as const).flatMap((list) =>
    Array.from({ length: account[list] }, (_, n): Entry => [list, n]),
  );
  const { items, next } = page(all, parameter('Marker'), Number(parameter('MaxItems') ?? 100));
  const of = (list: string, show: (n: number) => Value): Value =>
    items.flatMap(([entry, n]) => (entry === list ? [show(n)] : []));
  return {
    UserDetailList: of('users', userOf),
    GroupDetailList: [],
    RoleDetailList: of('roles', roleOf),
    Policies: of('policies', policyOf),
    IsTruncated: next !== undefined,
    Marker: next,
  };
}

/** A map, which the query protocol writes as entries of key and value. */
const summary: Answerer = () => {
  const counts = { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0, AccountPasswordPresent: 1 };
  const entries = Object.entries(counts).map(([key, value]) => `<entry>${toXml({ key, value }, null)}</entry>`);
  return xmlAnswer(
    200,
    `<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>${entries.join('')}</SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>`,
  );
};
const query = (
  name: string,
  result: (question: Question) => { readonly [name: string]: Value },
): [string, Answerer] => [`iam:${name}`, (question) => queryAnswer(name, result(question))];

export const IAM: Readonly<Record<string, Answerer>> = Object.fromEntries([
  ['iam:GetAccountSummary', summary],
  query('GenerateCredentialReport', () => ({ State: 'COMPLETE', Description: 'no report generation was needed' })),
  query('GetCredentialReport', ({ account }) => ({
    Content: Buffer.from(credentialReportOf(account)).toString('base64'),
    ReportFormat: 'text/csv',
    GeneratedTime: new Date(Date.now() - 600_000).toISOString(),
  })),
  query('GetAccountPasswordPolicy', () => ({
    PasswordPolicy: { MinimumPasswordLength: 14, PasswordReusePrevention: 5, RequireSymbols: true },
  })),
  query('ListPolicies', () => ({
    IsTruncated: false,
    Policies: ATTACHED.map((name) => ({
      PolicyName: name,
      Arn: ofAws(name),
      DefaultVersionId: 'v1',
      AttachmentCount: 2,
      PermissionsBoundaryUsageCount: 0,
    })),
  })),
  query('GetPolicyVersion', ({ parameter }) => ({
    PolicyVersion: {
      Document: document(parameter('PolicyArn')?.endsWith('AdministratorAccess') ? 0 : 1),
      VersionId: 'v1',
      IsDefaultVersion: true,
    },
  })),
  query('GetAccountAuthorizationDetails', details),
  query('ListServerCertificates', () => ({
    IsTruncated: false,
    ServerCertificateMetadataList: [1, 2, 3].map((n) => ({
      Path: '/',
      ServerCertificateName: `certificate-${n}`,
      ServerCertificateId: `ASCABENCH${n}`,
      Arn: arn(`server-certificate/certificate-${n}`),
      Expiration: n === 1 ? MADE : '2099-01-01T00:00:00Z',
    })),
  })),
  query('ListVirtualMFADevices', () => ({
    IsTruncated: false,
    VirtualMFADevices: [{ SerialNumber: arn('mfa/user-1'), User: { UserName: 'user-1', Arn: arn('user/user-1') } }],
  })),
  query('ListInstanceProfiles', () => ({
    IsTruncated: false,
    InstanceProfiles: [
      {
        Path: '/',
        InstanceProfileName: 'web',
        InstanceProfileId: 'AIPABENCH1',
        Arn: arn('instance-profile/web'),
        CreateDate: MADE,
        Roles: [roleOf(0)],
      },
    ],
  })),
  query('ListSAMLProviders', () => ({ SAMLProviderList: [] })),
  query('ListOpenIDConnectProviders', () => ({ OpenIDConnectProviderList: [] })),
]);
