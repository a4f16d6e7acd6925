import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateGroupCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  UpdateAccountPasswordPolicyCommand,
  UploadServerCertificateCommand,
} from '@aws-sdk/client-iam';
import { HOME, type SeededAccount } from '../account.ts';
import { trustService } from '../documents.ts';
import { seedUser, type SeededUser } from '../users.ts';

/** Few users, all with a second factor and rights by group; a role for support cases. */
export async function seedTidyIam(account: SeededAccount): Promise<Record<string, SeededUser>> {
  const { iam } = account;
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 16,
      PasswordReusePrevention: 24,
      RequireLowercaseCharacters: true,
      RequireUppercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: true,
    }),
  );
  await iam.send(
    new UploadServerCertificateCommand({
      ServerCertificateName: 'shop',
      CertificateBody: 'valid certificate',
      PrivateKey: 'not a key',
    }),
  );
  await iam.send(
    new CreateRoleCommand({ RoleName: 'support', AssumeRolePolicyDocument: trustService('support.amazonaws.com') }),
  );
  await iam.send(
    new AttachRolePolicyCommand({ RoleName: 'support', PolicyArn: 'arn:aws:iam::aws:policy/AWSSupportAccess' }),
  );
  await iam.send(new CreateSAMLProviderCommand({ Name: 'people', SAMLMetadataDocument: 'm'.repeat(1000) }));
  await iam.send(new CreateGroupCommand({ GroupName: 'auditors' }));
  await iam.send(
    new AttachGroupPolicyCommand({ GroupName: 'auditors', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }),
  );
  return {
    carla: await seedUser(account, {
      name: 'carla',
      createdDaysAgo: 300,
      password: { changedDaysAgo: 30, usedDaysAgo: 1 },
      mfa: true,
      groups: ['auditors'],
    }),
    audit: await seedUser(account, {
      name: 'audit',
      createdDaysAgo: 300,
      keys: [{ createdDaysAgo: 30, used: { daysAgo: 1, service: 'iam', region: HOME } }],
      groups: ['auditors'],
    }),
  };
}
