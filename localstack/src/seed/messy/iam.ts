import {
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  PutUserPolicyCommand,
  UpdateAccountPasswordPolicyCommand,
  UploadServerCertificateCommand,
} from '@aws-sdk/client-iam';
import type { SeededAccount } from '../account.ts';
import { allow } from '../documents.ts';
import { seedUser, type SeededUser } from '../users.ts';

/** Users as they grow where nobody looks: passwords without second factor, old and doubled keys, rights by hand. */
export async function seedMessyIam(account: SeededAccount): Promise<Record<string, SeededUser>> {
  const { iam } = account;
  await iam.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 8, RequireNumbers: true }));
  await iam.send(
    new UploadServerCertificateCommand({
      ServerCertificateName: 'shop-2012',
      CertificateBody: 'expired certificate',
      PrivateKey: 'not a key',
    }),
  );
  const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: 'everything', PolicyDocument: allow('*') }));
  await iam.send(new CreateGroupCommand({ GroupName: 'developers' }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'developers', PolicyArn: Policy?.Arn }));

  const recently = { daysAgo: 1, service: 's3', region: 'eu-west-1' };
  const users = {
    anna: await seedUser(account, {
      name: 'anna',
      createdDaysAgo: 700,
      password: { changedDaysAgo: 700, usedDaysAgo: 210 },
      groups: ['developers'],
    }),
    ben: await seedUser(account, {
      name: 'ben',
      createdDaysAgo: 300,
      password: { changedDaysAgo: 20, usedDaysAgo: 2 },
      // Made together with the user, and never used since.
      keys: [{ createdDaysAgo: 300, used: null }],
      groups: ['developers'],
    }),
    deploy: await seedUser(account, {
      name: 'deploy',
      createdDaysAgo: 500,
      keys: [
        { createdDaysAgo: 480, used: recently },
        { createdDaysAgo: 95, used: { daysAgo: 94, service: 'ec2', region: 'us-east-1' } },
      ],
    }),
    backup: await seedUser(account, {
      name: 'backup',
      createdDaysAgo: 40,
      keys: [{ createdDaysAgo: 39, used: recently }],
    }),
  };
  await iam.send(
    new AttachUserPolicyCommand({ UserName: 'deploy', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
  );
  await iam.send(
    new PutUserPolicyCommand({ UserName: 'backup', PolicyName: 'buckets', PolicyDocument: allow('s3:*') }),
  );
  return users;
}
