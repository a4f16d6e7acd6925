import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import type { RightsCatalogue } from '@cis-scan/access';
import { assumeRole, OVERLAY_ROLE, PLATFORM_ACCOUNT } from '../accounts.ts';
import type { Emulator } from '../emulator.ts';
import type { Overlay } from '../overlay.ts';

const allow = (...Action: string[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
const trust = (condition: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${PLATFORM_ACCOUNT}:root` },
        Action: 'sts:AssumeRole',
        Condition: condition,
      },
    ],
  });

/** Roles with all rights, too few, a foreign external id and MFA; and a user whose policy gives everything. */
export async function seedRoles(
  account: string,
  {
    emulator,
    overlay,
    externalId,
    rights,
  }: { emulator: Emulator; overlay: Overlay; externalId: string; rights: RightsCatalogue },
): Promise<{ access_key: string; access_secret: string }> {
  const credentials = await assumeRole(emulator.url, `arn:aws:iam::${account}:role/admin`, 'seed');
  const iam = new IAMClient({ region: 'us-east-1', endpoint: emulator.url, credentials });
  const { base, optional } = rights.union(['cis-aws-1.3.0']);
  const mine = { StringEquals: { 'sts:ExternalId': externalId } };
  const roles: Record<string, [object, string[]]> = {
    [OVERLAY_ROLE]: [{}, ['iam:*']],
    good: [mine, [...base, ...optional, 'iam:SimulatePrincipalPolicy']],
    'no-optional': [mine, [...base, 'iam:SimulatePrincipalPolicy']],
    poor: [mine, ['iam:SimulatePrincipalPolicy', 's3:ListAllMyBuckets']],
    silent: [mine, [...base, ...optional]],
    foreign: [{ StringEquals: { 'sts:ExternalId': 'somebody else' } }, base],
    mfa: [{ ...mine, Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, base],
  };
  for (const [RoleName, [condition, actions]] of Object.entries(roles)) {
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust(condition) }));
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument: allow(...actions) }));
  }
  await iam.send(new CreateUserCommand({ UserName: 'u' }));
  await iam.send(new PutUserPolicyCommand({ UserName: 'u', PolicyName: 'p', PolicyDocument: allow('*') }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'u' }));
  const userKeys = { access_key: AccessKey?.AccessKeyId ?? '', access_secret: AccessKey?.SecretAccessKey ?? '' };
  await overlay.describe(account, { secrets: { [userKeys.access_key]: userKeys.access_secret } });
  iam.destroy();
  return userKeys;
}
