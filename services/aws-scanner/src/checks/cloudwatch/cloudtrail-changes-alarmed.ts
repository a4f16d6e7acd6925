import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Changes to CloudTrail raise an alarm',
  why: 'An attacker who can stop the trail leaves no trace of what follows.',
  fix: fixFor('changes to trails'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'event-names',
    names: ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'],
  }),
});
