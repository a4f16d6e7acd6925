import { check, fail, pass, saw } from '@cis-scan/engine';
import { describedTrails } from '../../facts/cloudtrail/described-trails.ts';
import { trails } from '../../facts/cloudtrail/trails.ts';
import { noTrail } from './_no-trail.ts';

export default check({
  title: 'CloudTrail log files are encrypted with a KMS key',
  why: 'With a KMS key, reading the logs takes the right to decrypt as well as access to the bucket, and every reading is recorded.',
  fix: 'Make a KMS key whose policy lets CloudTrail encrypt with it, then: aws cloudtrail update-trail --name TRAIL --kms-key-id KEY-ARN.',
  needs: { trails },
  evaluate: (facts) =>
    facts.trails.each((trail) => {
      const found = saw(describedTrails, { trail: trail.id, kmsKey: trail.kmsKey });
      return trail.kmsKey === null
        ? fail(
            trail,
            `trail ${trail.name} names no KMS key, so S3's own key encrypts its log files; one is wanted`,
            found,
          )
        : pass(trail, `trail ${trail.name} encrypts its log files with ${trail.kmsKey}`, found);
    }, noTrail('no log file is encrypted with a KMS key')),
});
