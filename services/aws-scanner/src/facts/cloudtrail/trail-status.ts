import { perItem } from '../define.ts';
import { told } from '../told.ts';
import { trails } from './trails.ts';

/** Trails with whether they log now and how delivery goes, asked in their home region. API: cloudtrail GetTrailStatus. */
export const trailStatus = perItem({
  name: 'cloudtrail/trail-status',
  calls: ['cloudtrail:GetTrailStatus'],
  of: trails,
  region: (trail) => trail.home,
  id: (trail) => trail.id,
  async read({ cloudtrail }, trail) {
    const status = await cloudtrail.getTrailStatus({ Name: trail.id });
    return {
      logging: told(status.IsLogging, 'whether the trail is logging'),
      /** When CloudWatch Logs last took a delivery; `null` for never. */
      lastLogDelivery: status.LatestCloudWatchLogsDeliveryTime ?? null,
      logDeliveryError: status.LatestCloudWatchLogsDeliveryError || null,
    };
  },
});
