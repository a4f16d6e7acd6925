import { check, fail, notAssessed, pass, saw, type Judgement } from '@cis-scan/engine';
import { describedTrails } from '../../facts/cloudtrail/described-trails.ts';
import { trailStatus } from '../../facts/cloudtrail/trail-status.ts';
import { trailsWithStatus } from '../../facts/cloudtrail/trails-with-status.ts';
import { noTrail } from './_no-trail.ts';

const HOUR_MS = 60 * 60 * 1000;

export default check({
  title: 'Every trail delivers to CloudWatch Logs, and did so lately',
  why: 'Filters and alarms see only what arrives in CloudWatch Logs; a delivery that broke leaves them silent without a word.',
  fix: 'In CloudTrail, edit the trail and choose a CloudWatch Logs log group and a role that may write to it; start logging if the trail is stopped, and look at the delivery error if there is one.',
  needs: { trailsWithStatus },
  options: {
    /** Largest age of the last delivery, in hours. */
    maxDeliveryAgeHours: 24,
  },
  evaluate: (facts, { maxDeliveryAgeHours }, { now }) =>
    facts.trailsWithStatus.each((trail): Judgement => {
      const group = saw(describedTrails, { trail: trail.id, logGroup: trail.logGroup });
      if (trail.logGroup === null) return fail(trail, `trail ${trail.name} delivers to no log group`, group);
      if ('gap' in trail.status) return notAssessed(trail.status.gap, trail);
      const { lastLogDelivery, logDeliveryError, logging } = trail.status.value;
      const delivery = saw(trailStatus, { lastLogDelivery, logDeliveryError, logging });
      const trouble = `${logging ? '' : '; it is not logging'}${logDeliveryError === null ? '' : `; the last error is ${logDeliveryError}`}`;
      if (lastLogDelivery === null) {
        return fail(trail, `trail ${trail.name} has never delivered to ${trail.logGroup}${trouble}`, group, delivery);
      }
      const when = `trail ${trail.name} last delivered to its log group at ${lastLogDelivery.toISOString()}`;
      return now.getTime() - lastLogDelivery.getTime() <= maxDeliveryAgeHours * HOUR_MS
        ? pass(trail, `${when}, within ${maxDeliveryAgeHours} hours as wanted`, group, delivery)
        : fail(trail, `${when}; within ${maxDeliveryAgeHours} hours is wanted${trouble}`, group, delivery);
    }, noTrail('nothing is delivered to CloudWatch Logs')),
});
