import { regional } from '../define.ts';

/**
 * Trails as each region tells them: a multi-region trail appears in all of them, as a shadow everywhere but at home.
 * API: cloudtrail DescribeTrails, which has no pages.
 */
export const describedTrails = regional({
  name: 'cloudtrail/described-trails',
  calls: ['cloudtrail:DescribeTrails'],
  async *read({ cloudtrail }, { region }) {
    const { trailList = [] } = await cloudtrail.describeTrails({ includeShadowTrails: true });
    for (const trail of trailList) {
      yield {
        id: trail.TrailARN ?? '',
        name: trail.Name ?? '',
        home: trail.HomeRegion ?? region,
        multiRegion: trail.IsMultiRegionTrail ?? false,
        organization: trail.IsOrganizationTrail ?? false,
        logFileValidation: trail.LogFileValidationEnabled ?? false,
        bucket: trail.S3BucketName ?? null,
        kmsKey: trail.KmsKeyId ?? null,
        /** ARN of the log group it delivers to; an empty text in the answer means none. */
        logGroup: trail.CloudWatchLogsLogGroupArn || null,
      };
    }
  },
});
