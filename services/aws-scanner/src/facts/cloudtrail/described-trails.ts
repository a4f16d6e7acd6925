import { regional } from '../define.ts';
import { told } from '../told.ts';

/**
 * Trails as each region tells them: a multi-region trail appears in all of them, as a shadow everywhere but at home.
 * API: cloudtrail DescribeTrails, which has no pages.
 */
export const describedTrails = regional({
  name: 'cloudtrail/described-trails',
  calls: ['cloudtrail:DescribeTrails'],
  async *read({ cloudtrail }) {
    const { trailList = [] } = await cloudtrail.describeTrails({ includeShadowTrails: true });
    for (const trail of trailList) {
      yield {
        id: told(trail.TrailARN, 'the ARN of a trail'),
        name: trail.Name ?? '',
        home: told(trail.HomeRegion, 'where a trail lives'),
        multiRegion: told(trail.IsMultiRegionTrail, 'whether a trail covers all regions'),
        organization: trail.IsOrganizationTrail ?? false,
        logFileValidation: told(trail.LogFileValidationEnabled, 'whether log files can be validated'),
        bucket: told(trail.S3BucketName, 'the bucket of a trail'),
        /** ARN of the key its log files are encrypted with; absent in the answer when it is S3's own key. */
        kmsKey: trail.KmsKeyId || null,
        /** ARN of the log group it delivers to; an empty text in the answer means none. */
        logGroup: trail.CloudWatchLogsLogGroupArn || null,
      };
    }
  },
});
