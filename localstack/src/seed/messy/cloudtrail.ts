import { CreateTrailCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { HOME, type SeededAccount } from '../account.ts';
import { messyBuckets } from './s3.ts';

/** One trail that sees one region, and one that was to see all and was switched off. */
export async function seedMessyCloudTrail(account: SeededAccount): Promise<void> {
  const S3BucketName = messyBuckets(account).trail;
  const home = account.cloudtrail(HOME);
  await home.send(new CreateTrailCommand({ Name: 'everywhere', S3BucketName, IsMultiRegionTrail: true }));
  const local = account.cloudtrail('us-east-1');
  await local.send(new CreateTrailCommand({ Name: 'virginia', S3BucketName, IncludeGlobalServiceEvents: false }));
  await local.send(new StartLoggingCommand({ Name: 'virginia' }));
}
