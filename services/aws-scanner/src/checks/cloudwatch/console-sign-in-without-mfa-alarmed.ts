import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Console sign-ins without MFA raise an alarm',
  why: 'A sign-in by password alone is what a thief of passwords would do.',
  fix: fixFor('console sign-ins without MFA'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'expression',
    allOf: ['$.eventName = "ConsoleLogin"', '$.additionalEventData.MFAUsed != "Yes"'],
    optionalExclusions: ['$.userIdentity.type = "IAMUser"', '$.responseElements.ConsoleLogin = "Success"'],
  }),
});
