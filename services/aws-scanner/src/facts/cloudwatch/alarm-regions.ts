import { derive } from '@cis-scan/engine';
import { trailLogGroups } from '../cloudtrail/trail-log-groups.ts';

/** Regions in which an alarm on a trail's metrics can stand: those of the log groups. */
export const alarmRegions = derive({
  name: 'cloudwatch/alarm-regions',
  needs: { trailLogGroups },
  from: (facts): readonly string[] => [...new Set(facts.trailLogGroups.known().map((group) => group.region))].sort(),
});
