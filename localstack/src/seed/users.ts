import {
  AddUserToGroupCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
} from '@aws-sdk/client-iam';
import type { KeyFacts, UserFacts } from '../overlay/facts.ts';
import type { SeededAccount } from './account.ts';

export interface AccessKeyPair {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A user as it should appear; ages are told to the overlay, since the emulator has only the present. */
export interface UserPlan {
  readonly name: string;
  readonly createdDaysAgo: number;
  /** Present: the user may sign in to the console. */
  readonly password?: { readonly changedDaysAgo: number; readonly usedDaysAgo: number | null };
  readonly mfa?: boolean;
  readonly groups?: readonly string[];
  readonly keys?: readonly Omit<KeyFacts, 'id'>[];
}

export interface SeededUser {
  readonly facts: UserFacts;
  readonly keys: readonly AccessKeyPair[];
}

/** Makes a user with its password, second factor, groups and keys. */
export async function seedUser(account: SeededAccount, plan: UserPlan): Promise<SeededUser> {
  const UserName = plan.name;
  await account.iam.send(new CreateUserCommand({ UserName }));
  if (plan.password !== undefined) {
    await account.iam.send(new CreateLoginProfileCommand({ UserName, Password: `Demo-${UserName}-Passw0rd!` }));
  }
  if (plan.mfa) {
    const { VirtualMFADevice } = await account.iam.send(
      new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName }),
    );
    await account.iam.send(
      new EnableMFADeviceCommand({
        UserName,
        SerialNumber: VirtualMFADevice?.SerialNumber,
        AuthenticationCode1: '123456',
        AuthenticationCode2: '654321',
      }),
    );
  }
  for (const GroupName of plan.groups ?? []) {
    await account.iam.send(new AddUserToGroupCommand({ UserName, GroupName }));
  }
  const keys: AccessKeyPair[] = [];
  for (const _ of plan.keys ?? []) {
    const { AccessKey } = await account.iam.send(new CreateAccessKeyCommand({ UserName }));
    if (!AccessKey?.AccessKeyId || !AccessKey.SecretAccessKey)
      throw new Error('iam:CreateAccessKey answered without keys');
    keys.push({ accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey });
  }
  return {
    keys,
    facts: {
      createdDaysAgo: plan.createdDaysAgo,
      ...(plan.password === undefined
        ? {}
        : { passwordChangedDaysAgo: plan.password.changedDaysAgo, passwordUsedDaysAgo: plan.password.usedDaysAgo }),
      keys: keys.map(({ accessKeyId }, i) => ({ ...plan.keys?.[i], id: accessKeyId })),
    },
  };
}

/** What the overlay has to know of seeded users. */
export function userFacts(users: Readonly<Record<string, SeededUser>>): {
  users: Record<string, UserFacts>;
  secrets: Record<string, string>;
} {
  return {
    users: Object.fromEntries(Object.entries(users).map(([name, { facts }]) => [name, facts])),
    secrets: Object.fromEntries(
      Object.values(users).flatMap(({ keys }) => keys.map((key) => [key.accessKeyId, key.secretAccessKey])),
    ),
  };
}
