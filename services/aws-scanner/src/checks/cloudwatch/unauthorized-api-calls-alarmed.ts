import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Refused API calls raise an alarm',
  why: 'Many refusals in a row are often somebody who tries out what stolen credentials can do.',
  fix: fixFor('calls that were refused'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'expression',
    anyOf: ['$.errorCode = "*UnauthorizedOperation"', '$.errorCode = "AccessDenied*"'],
    optionalExclusions: ['$.sourceIPAddress != "delivery.logs.amazonaws.com"', '$.eventName != "HeadBucket"'],
  }),
});
