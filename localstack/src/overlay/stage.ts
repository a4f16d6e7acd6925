import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { assumeRole, OVERLAY_ROLE, PLATFORM_ACCOUNT, type AccountCredentials } from '../accounts.ts';
import { startEmulator, type Emulator } from '../emulator.ts';
import { startOverlay, type Overlay } from '../overlay.ts';

export const ACCOUNT = '333333333333';
export const REGION = 'eu-west-1';

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** An emulator with an overlay before it and one small account. */
export interface Stage {
  readonly emulator: Emulator;
  readonly overlay: Overlay;
  /** Keys whose role does not exist: the emulator knows them, and no policy binds them. */
  readonly admin: AccountCredentials;
  /** Keys of the user `ann`, who may iam:*, s3:List* and ec2:DescribeVpcs. */
  readonly ann: Keys;
  /** Configuration of a client that goes through the overlay once, without retries. */
  through(
    credentials: Keys,
    region?: string,
  ): {
    region: string;
    endpoint: string;
    credentials: Keys;
    maxAttempts: number;
  };
  platform(): Promise<AccountCredentials>;
  stop(): Promise<void>;
}

/** Name of the error a call ends with, or "no error". */
export async function errorName(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: Error) => error.name,
  );
}

export function allow(...Action: string[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
}

function trust(Condition: object): string {
  const Principal = { AWS: `arn:aws:iam::${PLATFORM_ACCOUNT}:root` };
  const Statement = [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', Condition }];
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

async function seed(iam: IAMClient): Promise<Keys> {
  const roles = {
    [OVERLAY_ROLE]: {},
    Scan: { StringEquals: { 'sts:ExternalId': 'right' } },
    Mfa: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  };
  for (const [RoleName, condition] of Object.entries(roles)) {
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust(condition) }));
    const PolicyDocument = allow('s3:ListAllMyBuckets', 'ec2:*');
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'scan', PolicyDocument }));
  }
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  const PolicyDocument = allow('iam:*', 's3:List*', 'ec2:DescribeVpcs');
  await iam.send(new PutUserPolicyCommand({ UserName: 'ann', PolicyName: 'own', PolicyDocument }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}

/** Starts the stage; the account's facts are those that the tests of the overlay ask for. */
export async function startStage(): Promise<Stage> {
  const emulator = await startEmulator();
  const overlay = await startOverlay({ emulatorUrl: emulator.url });
  const admin = await assumeRole(emulator.url, `arn:aws:iam::${ACCOUNT}:role/admin`, 'seed');
  const ann = await seed(new IAMClient({ region: 'us-east-1', endpoint: emulator.url, credentials: admin }));
  await overlay.describe(ACCOUNT, {
    root: {
      createdDaysAgo: 900,
      mfa: 'virtual',
      passwordUsedDaysAgo: 3,
      keys: [{ active: true, createdDaysAgo: 800, usedDaysAgo: null }],
    },
    users: { ann: { createdDaysAgo: 400, keys: [{ id: ann.accessKeyId, createdDaysAgo: 200, used: null }] } },
    serverCertificates: { good: { expiresInDays: 100 } },
    analyzers: { [REGION]: [{ name: 'main', type: 'ACCOUNT', status: 'ACTIVE' }] },
    contact: { FullName: 'Ann Other' },
    unconfirmedSubscribers: ['late@example.com'],
    unencryptedBuckets: ['plain-bucket'],
    logDelivery: { main: 5 },
    secrets: { [ann.accessKeyId]: ann.secretAccessKey },
  });
  return {
    emulator,
    overlay,
    admin,
    ann,
    through: (credentials, region = REGION) => ({ region, endpoint: overlay.url, credentials, maxAttempts: 1 }),
    platform: () => assumeRole(emulator.url, `arn:aws:iam::${PLATFORM_ACCOUNT}:role/platform`, 'platform'),
    async stop() {
      await overlay.stop();
      await emulator.stop();
    },
  };
}
