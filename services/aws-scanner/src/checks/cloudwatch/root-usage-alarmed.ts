import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Use of the root user raises an alarm',
  why: 'The root user can do anything; when it is used at all, somebody should know at once.',
  fix: fixFor('what the root user does itself'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'expression',
    allOf: ['$.userIdentity.type = "Root"', '$.userIdentity.invokedBy NOT EXISTS', '$.eventType != "AwsServiceEvent"'],
  }),
});
