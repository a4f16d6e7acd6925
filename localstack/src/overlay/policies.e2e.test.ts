import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateAccessKeyCommand,
  IAMClient,
  SimulatePrincipalPolicyCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { GetBucketEncryptionCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ACCOUNT, allow, errorName, startStage, type Keys, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
}, 120_000);

afterAll(() => stage?.stop());

describe('who may', () => {
  test('an unknown key, an inactive key and a wrong secret are refused', async () => {
    const whoAmI = (credentials: Keys): Promise<string> =>
      errorName(new STSClient(stage.through(credentials)).send(new GetCallerIdentityCommand({})));
    expect(await whoAmI({ accessKeyId: 'AKIAUNKNOWNUNKNOWNXX', secretAccessKey: 'x' })).toBe('InvalidClientTokenId');
    expect(await whoAmI({ ...stage.ann, secretAccessKey: 'wrong' })).toBe('SignatureDoesNotMatch');
    expect(await whoAmI(stage.ann)).toBe('no error');
    const iam = new IAMClient({ region: 'us-east-1', endpoint: stage.emulator.url, credentials: stage.admin });
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
    await iam.send(
      new UpdateAccessKeyCommand({ UserName: 'ann', AccessKeyId: AccessKey?.AccessKeyId, Status: 'Inactive' }),
    );
    expect(
      await whoAmI({ accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' }),
    ).toBe('InvalidClientTokenId');
  });

  test('policies of a seeded account hold, with any service’s signature', async () => {
    const s3 = new S3Client({ ...stage.through(stage.ann), forcePathStyle: true });
    expect(await errorName(s3.send(new ListBucketsCommand({})))).toBe('no error');
    expect(await errorName(s3.send(new GetBucketEncryptionCommand({ Bucket: 'new-bucket' })))).toBe('AccessDenied');
    expect(await errorName(new EC2Client(stage.through(stage.ann)).send(new DescribeVpcsCommand({})))).toBe('no error');
    expect(await errorName(new CloudWatchClient(stage.through(stage.ann)).send(new DescribeAlarmsCommand({})))).toBe(
      'AccessDeniedException',
    );
  });

  test('simulation answers from the policies, in pages', async () => {
    const iam = new IAMClient(stage.through(stage.ann));
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
    const sts = new STSClient(stage.through(await stage.platform()));
    expect(await errorName(sts.send(new AssumeRoleCommand({ RoleSessionName: 'cis-scan-1', ...input })))).toBe(
      expected,
    );
  });

  test('a session policy takes rights away', async () => {
    const sts = new STSClient(stage.through(await stage.platform()));
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role('Scan'),
        RoleSessionName: 'cis-scan-1',
        ExternalId: 'right',
        Policy: allow('s3:*'),
      }),
    );
    const session = stage.through({
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    });
    expect(await errorName(new S3Client({ ...session, forcePathStyle: true }).send(new ListBucketsCommand({})))).toBe(
      'no error',
    );
    expect(await errorName(new EC2Client(session).send(new DescribeVpcsCommand({})))).toBe('UnauthorizedOperation');
  });
});
