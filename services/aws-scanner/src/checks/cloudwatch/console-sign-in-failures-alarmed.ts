import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Failed console sign-ins raise an alarm',
  why: 'Rows of failed sign-ins are somebody guessing passwords.',
  fix: fixFor('failed console sign-ins'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'expression',
    allOf: ['$.eventName = "ConsoleLogin"', '$.errorMessage = "Failed authentication"'],
  }),
});
