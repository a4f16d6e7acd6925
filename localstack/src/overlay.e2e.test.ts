import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { AccessAnalyzerClient, ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { AccountClient, GetContactInformationCommand } from '@aws-sdk/client-account';
import {
  CloudTrailClient,
  CreateTrailCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import {
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GenerateCredentialReportCommand,
  GetAccountSummaryCommand,
  GetCredentialReportCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListServerCertificatesCommand,
  ListVirtualMFADevicesCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  SimulatePrincipalPolicyCommand,
  UpdateAccessKeyCommand,
  UploadServerCertificateCommand,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, GetBucketEncryptionCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, ListSubscriptionsByTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { assumeRole, OVERLAY_ROLE, PLATFORM_ACCOUNT, type AccountCredentials } from './accounts.ts';
import { startEmulator, type Emulator } from './emulator.ts';
import { startOverlay, type Overlay } from './overlay.ts';

const ACCOUNT = '333333333333';
const region = 'eu-west-1';

let emulator: Emulator;
let overlay: Overlay;
/** Keys that the emulator knows and the overlay lets do everything: their role does not exist. */
let admin: AccountCredentials;
let userKeys: { accessKeyId: string; secretAccessKey: string };

interface Config {
  region: string;
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
}

function through(credentials: Config['credentials'], where = region): Config {
  return { region: where, endpoint: overlay.url, credentials, maxAttempts: 1 };
}

async function errorName(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: Error) => error.name,
  );
}

const platform = (): Promise<AccountCredentials> =>
  assumeRole(emulator.url, `arn:aws:iam::${PLATFORM_ACCOUNT}:role/platform`, 'platform');

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

const allow = (...Action: string[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });

beforeAll(async () => {
  emulator = await startEmulator();
  overlay = await startOverlay({ emulatorUrl: emulator.url });
  admin = await assumeRole(emulator.url, `arn:aws:iam::${ACCOUNT}:role/admin`, 'seed');
  const iam = new IAMClient({ region: 'us-east-1', endpoint: emulator.url, credentials: admin });
  await iam.send(new CreateRoleCommand({ RoleName: OVERLAY_ROLE, AssumeRolePolicyDocument: trust({}) }));
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
  userKeys = { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
  await iam.send(
    new PutUserPolicyCommand({
      UserName: 'ann',
      PolicyName: 'own',
      PolicyDocument: allow('iam:*', 's3:List*', 'ec2:DescribeVpcs'),
    }),
  );
  const roles = {
    Scan: { StringEquals: { 'sts:ExternalId': 'right' } },
    Mfa: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  };
  for (const [RoleName, condition] of Object.entries(roles)) {
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust(condition) }));
    await iam.send(
      new PutRolePolicyCommand({ RoleName, PolicyName: 'scan', PolicyDocument: allow('s3:ListAllMyBuckets', 'ec2:*') }),
    );
  }
  await overlay.describe(ACCOUNT, {
    root: {
      createdDaysAgo: 900,
      mfa: 'virtual',
      passwordUsedDaysAgo: 3,
      keys: [{ active: true, createdDaysAgo: 800, usedDaysAgo: null }],
    },
    users: { ann: { createdDaysAgo: 400, keys: [{ id: userKeys.accessKeyId, createdDaysAgo: 200, used: null }] } },
    serverCertificates: { good: { expiresInDays: 100 } },
    analyzers: { [region]: [{ name: 'main', type: 'ACCOUNT', status: 'ACTIVE' }] },
    contact: { FullName: 'Ann Other' },
    unconfirmedSubscribers: ['late@example.com'],
    unencryptedBuckets: ['plain-bucket'],
    logDelivery: { main: 5 },
    secrets: { [userKeys.accessKeyId]: userKeys.secretAccessKey },
  });
}, 120_000);

afterEach(() => overlay.setFaults([]));
afterAll(async () => {
  await overlay?.stop();
  await emulator?.stop();
});

describe('answers of the provider where the emulator has none', () => {
  test('root: summary, device and row of the report agree', async () => {
    const iam = new IAMClient(through(admin));
    const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
    expect(SummaryMap).toMatchObject({ AccountMFAEnabled: 1, AccountAccessKeysPresent: 1, AccountPasswordPresent: 1 });
    const { VirtualMFADevices } = await iam.send(new ListVirtualMFADevicesCommand({}));
    expect(VirtualMFADevices?.map(({ User }) => User?.Arn)).toEqual([`arn:aws:iam::${ACCOUNT}:root`]);

    await iam.send(new GenerateCredentialReportCommand({}));
    const report = await iam.send(new GetCredentialReportCommand({}));
    const rows = Buffer.from(report.Content ?? [])
      .toString()
      .split('\n')
      .map((line) => line.split(','));
    const column = (name: string): number => rows[0]?.indexOf(name) ?? -1;
    expect(rows[1]?.[column('user')]).toBe('<root_account>');
    expect(rows[1]?.[column('mfa_active')]).toBe('true');
    expect(rows[1]?.[column('access_key_1_active')]).toBe('true');
    expect(rows[1]?.[column('access_key_1_last_used_date')]).toBe('N/A');
    expect(rows[1]).toHaveLength(rows[0]?.length ?? 0);
    const age = (text: string | undefined): number => (Date.now() - Date.parse(text ?? '')) / 86_400_000;
    expect(age(rows[1]?.[column('password_last_used')])).toBeCloseTo(3, 1);
    expect(rows[2]?.[column('user')]).toBe('ann');
    expect(age(rows[2]?.[column('access_key_1_last_rotated')])).toBeCloseTo(200, 1);
    expect(age(report.GeneratedTime?.toISOString())).toBeCloseTo(0, 1);
    const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({ UserName: 'ann' }));
    expect(age(AccessKeyMetadata?.[0]?.CreateDate?.toISOString())).toBeCloseTo(200, 1);
  });

  test('a server certificate may still be valid', async () => {
    const iam = new IAMClient(through(admin));
    for (const ServerCertificateName of ['good', 'old']) {
      await iam.send(
        new UploadServerCertificateCommand({ ServerCertificateName, CertificateBody: 'b', PrivateKey: 'k' }),
      );
    }
    const { ServerCertificateMetadataList: list } = await iam.send(new ListServerCertificatesCommand({}));
    expect(
      Object.fromEntries((list ?? []).map((c) => [c.ServerCertificateName, Number(c.Expiration) > Date.now()])),
    ).toEqual({ good: true, old: false });
  });

  test('analyzers by region, contact', async () => {
    const list = async (where: string): Promise<unknown> =>
      (await new AccessAnalyzerClient(through(admin, where)).send(new ListAnalyzersCommand({}))).analyzers;
    expect(await list(region)).toMatchObject([{ name: 'main', type: 'ACCOUNT', status: 'ACTIVE' }]);
    expect(await list('us-east-1')).toEqual([]);
    const contact = await new AccountClient(through(admin)).send(new GetContactInformationCommand({}));
    expect(contact.ContactInformation).toEqual({ FullName: 'Ann Other' });
    const other = await assumeRole(emulator.url, 'arn:aws:iam::444444444444:role/x', 'x');
    expect(await errorName(new AccountClient(through(other)).send(new GetContactInformationCommand({})))).toBe(
      'ResourceNotFoundException',
    );
  });

  test('a new bucket is encrypted, a new trail records management events', async () => {
    const s3 = new S3Client({ ...through(admin, 'us-east-1'), forcePathStyle: true });
    const trails = new CloudTrailClient(through(admin));
    for (const Bucket of ['new-bucket', 'plain-bucket']) await s3.send(new CreateBucketCommand({ Bucket }));
    const { ServerSideEncryptionConfiguration } = await s3.send(
      new GetBucketEncryptionCommand({ Bucket: 'new-bucket' }),
    );
    expect(ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault).toEqual({
      SSEAlgorithm: 'AES256',
    });
    expect(await errorName(s3.send(new GetBucketEncryptionCommand({ Bucket: 'plain-bucket' })))).toBe(
      'ServerSideEncryptionConfigurationNotFoundError',
    );
    await trails.send(new CreateTrailCommand({ Name: 'main', S3BucketName: 'new-bucket' }));
    const { EventSelectors } = await trails.send(new GetEventSelectorsCommand({ TrailName: 'main' }));
    expect(EventSelectors).toMatchObject([{ ReadWriteType: 'All', IncludeManagementEvents: true }]);
    const status = await trails.send(new GetTrailStatusCommand({ Name: 'main' }));
    expect(Date.now() - Number(status.LatestCloudWatchLogsDeliveryTime)).toBeLessThan(6 * 60_000);
  });

  test('a recorder that records delivers, a mail address waits for confirmation', async () => {
    const config = new ConfigServiceClient(through(admin));
    await config.send(
      new PutConfigurationRecorderCommand({
        ConfigurationRecorder: { name: 'default', roleARN: `arn:aws:iam::${ACCOUNT}:role/config` },
      }),
    );
    await config.send(
      new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName: 'new-bucket' } }),
    );
    await config.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
    const { ConfigurationRecordersStatus } = await config.send(new DescribeConfigurationRecorderStatusCommand({}));
    expect(ConfigurationRecordersStatus).toMatchObject([{ recording: true, lastStatus: 'SUCCESS' }]);

    const sns = new SNSClient(through(admin));
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'alarms' }));
    for (const Endpoint of ['late@example.com', 'done@example.com']) {
      await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint }));
    }
    const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    expect(
      Object.fromEntries((Subscriptions ?? []).map((s) => [s.Endpoint, s.SubscriptionArn === 'PendingConfirmation'])),
    ).toEqual({ 'late@example.com': true, 'done@example.com': false });
  });
});

describe('who may', () => {
  test('an unknown key, an inactive key and a wrong secret are refused', async () => {
    const whoAmI = (credentials: Config['credentials']): Promise<string> =>
      errorName(new STSClient(through(credentials)).send(new GetCallerIdentityCommand({})));
    expect(await whoAmI({ accessKeyId: 'AKIAUNKNOWNUNKNOWNXX', secretAccessKey: 'x' })).toBe('InvalidClientTokenId');
    expect(await whoAmI({ ...userKeys, secretAccessKey: 'wrong' })).toBe('SignatureDoesNotMatch');
    expect(await whoAmI(userKeys)).toBe('no error');
    const iam = new IAMClient({ region: 'us-east-1', endpoint: emulator.url, credentials: admin });
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
    await iam.send(
      new UpdateAccessKeyCommand({ UserName: 'ann', AccessKeyId: AccessKey?.AccessKeyId, Status: 'Inactive' }),
    );
    expect(
      await whoAmI({ accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' }),
    ).toBe('InvalidClientTokenId');
  });

  test('policies of a seeded account hold, with any service’s signature', async () => {
    const s3 = new S3Client({ ...through(userKeys), forcePathStyle: true });
    expect(await errorName(s3.send(new ListBucketsCommand({})))).toBe('no error');
    expect(await errorName(s3.send(new GetBucketEncryptionCommand({ Bucket: 'new-bucket' })))).toBe('AccessDenied');
    expect(await errorName(new EC2Client(through(userKeys)).send(new DescribeVpcsCommand({})))).toBe('no error');
    expect(await errorName(new CloudWatchClient(through(userKeys)).send(new DescribeAlarmsCommand({})))).toBe(
      'AccessDeniedException',
    );
  });

  test('simulation answers from the policies, in pages', async () => {
    const iam = new IAMClient(through(userKeys));
    const simulate = (MaxItems: number, Marker?: string) =>
      iam.send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: `arn:aws:iam::${ACCOUNT}:role/Scan`,
          ActionNames: ['ec2:DescribeVpcs', 'iam:ListUsers'],
          MaxItems,
          Marker,
        }),
      );
    const first = await simulate(1);
    expect(first).toMatchObject({ IsTruncated: true, EvaluationResults: [{ EvalDecision: 'allowed' }] });
    const second = await simulate(1, first.Marker);
    expect(second).toMatchObject({ IsTruncated: false, EvaluationResults: [{ EvalDecision: 'implicitDeny' }] });
    expect(
      await errorName(
        iam.send(
          new SimulatePrincipalPolicyCommand({
            PolicySourceArn: `arn:aws:sts::${ACCOUNT}:assumed-role/Scan/s`,
            ActionNames: ['iam:ListUsers'],
          }),
        ),
      ),
    ).toBe('InvalidInputException');
  });

  const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
  test.each([
    ['right external id', { RoleArn: role('Scan'), ExternalId: 'right' }, 'no error'],
    ['wrong external id', { RoleArn: role('Scan'), ExternalId: 'wrong' }, 'AccessDenied'],
    ['no external id', { RoleArn: role('Scan') }, 'AccessDenied'],
    ['no such role', { RoleArn: role('Nobody'), ExternalId: 'right' }, 'AccessDenied'],
    ['MFA demanded', { RoleArn: role('Mfa') }, 'AccessDenied'],
    ['too long for a chain', { RoleArn: role('Scan'), ExternalId: 'right', DurationSeconds: 3601 }, 'ValidationError'],
    ['too short', { RoleArn: role('Scan'), ExternalId: 'right', DurationSeconds: 899 }, 'ValidationError'],
    ['not a role', { RoleArn: `arn:aws:iam::${ACCOUNT}:user/ann` }, 'ValidationError'],
  ])('AssumeRole: %s', async (_, input, expected) => {
    const sts = new STSClient(through(await platform()));
    expect(await errorName(sts.send(new AssumeRoleCommand({ RoleSessionName: 'cis-scan-1', ...input })))).toBe(
      expected,
    );
  });

  test('a session policy takes rights away', async () => {
    const sts = new STSClient(through(await platform()));
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role('Scan'),
        RoleSessionName: 'cis-scan-1',
        ExternalId: 'right',
        Policy: allow('s3:*'),
      }),
    );
    const session = through({
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      ...{ sessionToken: Credentials?.SessionToken },
    });
    expect(await errorName(new S3Client({ ...session, forcePathStyle: true }).send(new ListBucketsCommand({})))).toBe(
      'no error',
    );
    expect(await errorName(new EC2Client(session).send(new DescribeVpcsCommand({})))).toBe('UnauthorizedOperation');
  });
});

describe('faults and counts', () => {
  const vpcs = (): Promise<string> => errorName(new EC2Client(through(admin)).send(new DescribeVpcsCommand({})));
  const analyzers = (): Promise<string> =>
    errorName(new AccessAnalyzerClient(through(admin)).send(new ListAnalyzersCommand({})));
  const alarms = (): Promise<string> =>
    errorName(new CloudWatchClient(through(admin)).send(new DescribeAlarmsCommand({})));
  const summary = (): Promise<string> =>
    errorName(new IAMClient(through(admin)).send(new GetAccountSummaryCommand({})));
  const buckets = (): Promise<string> =>
    errorName(new S3Client({ ...through(admin), forcePathStyle: true }).send(new ListBucketsCommand({})));
  const all = (): Promise<string[]> => Promise.all([vpcs(), analyzers(), alarms(), summary(), buckets()]);

  test.each([
    [
      'denied',
      ['UnauthorizedOperation', 'AccessDeniedException', 'AccessDeniedException', 'AccessDenied', 'AccessDenied'],
    ],
    ['throttled', ['RequestLimitExceeded', 'ThrottlingException', 'ThrottlingException', 'Throttling', 'SlowDown']],
    ['expired', ['RequestExpired', 'ExpiredTokenException', 'ExpiredTokenException', 'ExpiredToken', 'ExpiredToken']],
    [
      'internal',
      ['InternalError', 'InternalServerException', 'InternalServerError', 'InternalFailure', 'InternalError'],
    ],
  ] as const)('%s, in each service’s own words', async (effect, expected) => {
    overlay.setFaults([{ effect }]);
    expect(await all()).toEqual(expected);
  });

  test('garbage does not parse', async () => {
    overlay.setFaults([{ effect: 'garbage' }]);
    expect(await all()).not.toContain('no error');
  });

  test('strikes what it names, as often as it says', async () => {
    overlay.setFaults([{ match: { call: 's3:ListAllMyBuckets' }, effect: 'denied', after: 1, times: 1 }]);
    expect([await buckets(), await buckets(), await buckets(), await vpcs()]).toEqual([
      'no error',
      'AccessDenied',
      'no error',
      'no error',
    ]);
  });

  test('hangs until the client gives up', async () => {
    overlay.setFaults([{ match: { call: 'ec2:*', region }, effect: 'hang' }]);
    const call = new EC2Client(through(admin)).send(new DescribeVpcsCommand({}), {
      abortSignal: AbortSignal.timeout(50),
    });
    expect(await errorName(call)).toMatch(/Abort|Timeout/);
  });

  test('counts equal questions together', async () => {
    overlay.clearCalls();
    await vpcs();
    await vpcs();
    await buckets();
    const { total, calls } = overlay.calls();
    expect(total).toBe(3);
    expect(calls).toMatchObject([
      { account: ACCOUNT, service: 'ec2', operation: 'DescribeVpcs', region, count: 2 },
      { account: ACCOUNT, service: 's3', operation: 'ListBuckets', region, count: 1 },
    ]);
  });
});
