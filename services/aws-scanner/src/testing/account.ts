import type { Session } from '../aws.ts';

export type Ask = Session['ask'];
/** Brings a list of an answer into another order. */
export type Order = <T>(list: readonly T[]) => readonly T[];

const MINE = '111122223333';
const REGIONS = ['eu-west-1', 'us-east-1'];
const trail = (name: string, home: string, account: string, over: object = {}) => ({
  Name: name,
  TrailARN: `arn:aws:cloudtrail:${home}:${account}:trail/${name}`,
  HomeRegion: home,
  S3BucketName: `${name}-logs`,
  IsMultiRegionTrail: true,
  IsOrganizationTrail: account !== MINE,
  LogFileValidationEnabled: true,
  ...over,
});
const TRAILS = [
  trail('trail', 'eu-west-1', MINE, { KmsKeyId: `arn:aws:kms:eu-west-1:${MINE}:key/1` }),
  trail('local', 'us-east-1', MINE, { IsMultiRegionTrail: false, LogFileValidationEnabled: false }),
  trail('org', 'us-east-1', '999988887777', {
    CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:999988887777:log-group:t:*',
  }),
];
const BUCKETS = [
  { Name: 'trail-logs', BucketRegion: 'eu-west-1' },
  { Name: 'media', BucketRegion: 'eu-west-1' },
  { Name: 'local-logs', BucketRegion: 'us-east-1' },
  { Name: 'backup', BucketRegion: 'us-east-1' },
];
const EVERYONE = { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' };
const error = (name: string): Error => Object.assign(new Error(name), { name });

const selectors = (arn: string, order: Order): object =>
  arn.endsWith('/trail')
    ? {
        EventSelectors: order([
          { ReadWriteType: 'All', IncludeManagementEvents: true },
          {
            ReadWriteType: 'WriteOnly',
            DataResources: [{ Type: 'AWS::S3::Object', Values: order(['arn:aws:s3', 'x']) }],
          },
        ]),
      }
    : { EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }] };

/** The answers of a small account with a trail of all regions, one of one region and its organisation's; four buckets. */
export const account =
  (order: Order): Ask =>
  async (place, call, input) => {
    const { Bucket = '', Name = '', TrailName = '' } = input as Record<string, string | undefined>;
    if (Bucket === 'org-logs') throw error('AccessDenied');
    switch (call) {
      case 'ec2:DescribeRegions':
        return { Regions: order(REGIONS).map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' })) };
      case 'cloudtrail:DescribeTrails':
        return { trailList: order(TRAILS.filter((t) => t.IsMultiRegionTrail || t.HomeRegion === place)) };
      case 'cloudtrail:GetTrailStatus':
        return Name.endsWith('/org')
          ? { IsLogging: true, LatestCloudWatchLogsDeliveryTime: new Date('2026-01-01T11:00:00Z') }
          : { IsLogging: true };
      case 'cloudtrail:GetEventSelectors':
        return selectors(TrailName, order);
      case 's3:ListBuckets':
        return { Buckets: order(BUCKETS) };
      case 's3:GetBucketEncryption':
        return {
          ServerSideEncryptionConfiguration: {
            Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
          },
        };
      case 's3:GetBucketPolicy':
        throw error('NoSuchBucketPolicy');
      case 's3:GetBucketAcl':
        return {
          Grants: order([
            { Grantee: { Type: 'CanonicalUser', ID: 'me' }, Permission: 'FULL_CONTROL' },
            ...(Bucket === 'local-logs' ? [{ Grantee: EVERYONE, Permission: 'READ' }] : []),
          ]),
        };
      case 's3:GetBucketLogging':
        return { LoggingEnabled: { TargetBucket: 'backup' } };
      case 's3:GetPublicAccessBlock':
      case 's3control:GetPublicAccessBlock':
        throw error('NoSuchPublicAccessBlockConfiguration');
      default:
        throw new Error(`nobody answers ${call} here`);
    }
  };
