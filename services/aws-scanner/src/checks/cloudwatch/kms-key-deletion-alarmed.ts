import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Disabling or deleting customer keys raises an alarm',
  why: 'Data under a key that is gone can never be read again.',
  fix: fixFor('keys being disabled or scheduled for deletion'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'event-names',
    names: ['DisableKey', 'ScheduleKeyDeletion'],
    source: { value: 'kms.amazonaws.com', required: true },
  }),
});
