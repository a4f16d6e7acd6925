import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AccessAnalyzerClient, ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { AccountClient, GetContactInformationCommand } from '@aws-sdk/client-account';
import {
  CloudTrailClient,
  CreateTrailCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import {
  GenerateCredentialReportCommand,
  GetAccountSummaryCommand,
  GetCredentialReportCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListServerCertificatesCommand,
  ListVirtualMFADevicesCommand,
  UploadServerCertificateCommand,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, GetBucketEncryptionCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, ListSubscriptionsByTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { assumeRole } from '../accounts.ts';
import { ACCOUNT, errorName, REGION, startStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
}, 120_000);

afterAll(() => stage?.stop());

describe('answers of the provider where the emulator has none', () => {
  test('root: summary, device and row of the report agree', async () => {
    const iam = new IAMClient(stage.through(stage.admin));
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
    const iam = new IAMClient(stage.through(stage.admin));
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
      (await new AccessAnalyzerClient(stage.through(stage.admin, where)).send(new ListAnalyzersCommand({}))).analyzers;
    expect(await list(REGION)).toMatchObject([{ name: 'main', type: 'ACCOUNT', status: 'ACTIVE' }]);
    expect(await list('us-east-1')).toEqual([]);
    const contact = await new AccountClient(stage.through(stage.admin)).send(new GetContactInformationCommand({}));
    expect(contact.ContactInformation).toEqual({ FullName: 'Ann Other' });
    const other = await assumeRole(stage.emulator.url, 'arn:aws:iam::444444444444:role/x', 'x');
    expect(await errorName(new AccountClient(stage.through(other)).send(new GetContactInformationCommand({})))).toBe(
      'ResourceNotFoundException',
    );
  });

  test('a new bucket is encrypted, a new trail records management events', async () => {
    const s3 = new S3Client({ ...stage.through(stage.admin, 'us-east-1'), forcePathStyle: true });
    const trails = new CloudTrailClient(stage.through(stage.admin));
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
    const config = new ConfigServiceClient(stage.through(stage.admin));
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

    const sns = new SNSClient(stage.through(stage.admin));
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
