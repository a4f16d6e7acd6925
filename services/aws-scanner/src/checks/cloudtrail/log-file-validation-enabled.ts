import { check, fail, pass, saw } from '@cis-scan/engine';
import { describedTrails } from '../../facts/cloudtrail/described-trails.ts';
import { trails } from '../../facts/cloudtrail/trails.ts';
import { noTrail } from './_no-trail.ts';

export default check({
  title: 'CloudTrail log files can be checked for tampering',
  why: 'Digest files that CloudTrail signs show whether a log file was changed, deleted or forged after delivery.',
  fix: 'In CloudTrail, edit the trail and turn on log file validation: aws cloudtrail update-trail --name TRAIL --enable-log-file-validation.',
  needs: { trails },
  evaluate: (facts) =>
    facts.trails.each((trail) => {
      const found = saw(describedTrails, { trail: trail.id, logFileValidationEnabled: trail.logFileValidation });
      return trail.logFileValidation
        ? pass(trail, `trail ${trail.name} has log file validation on`, found)
        : fail(trail, `trail ${trail.name} has log file validation off; it is wanted on`, found);
    }, noTrail('no log file can be validated')),
});
