import { CreateTrailCommand, PutEventSelectorsCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { HOME, type SeededAccount } from '../account.ts';
import { trustService } from '../documents.ts';
import { tidyBuckets } from './s3.ts';

export const TRAIL = 'main';
export const TRAIL_LOG_GROUP = 'cloudtrail';

/** One trail for all regions: validated, encrypted with `keyArn`, delivered to CloudWatch Logs, S3 objects included. */
export async function seedTidyCloudTrail(account: SeededAccount, keyArn: string): Promise<void> {
  const trails = account.cloudtrail();
  await account.logs().send(new CreateLogGroupCommand({ logGroupName: TRAIL_LOG_GROUP }));
  const { Role } = await account.iam.send(
    new CreateRoleCommand({
      RoleName: 'trail-delivery',
      AssumeRolePolicyDocument: trustService('cloudtrail.amazonaws.com'),
    }),
  );
  await trails.send(
    new CreateTrailCommand({
      Name: TRAIL,
      S3BucketName: tidyBuckets(account).trail,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      KmsKeyId: keyArn,
      CloudWatchLogsLogGroupArn: `arn:aws:logs:${HOME}:${account.id}:log-group:${TRAIL_LOG_GROUP}:*`,
      CloudWatchLogsRoleArn: Role?.Arn,
    }),
  );
  await trails.send(
    new PutEventSelectorsCommand({
      TrailName: TRAIL,
      EventSelectors: [
        {
          ReadWriteType: 'All',
          IncludeManagementEvents: true,
          DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
        },
      ],
    }),
  );
  await trails.send(new StartLoggingCommand({ Name: TRAIL }));
}
