import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Changes to AWS Config raise an alarm',
  why: 'Without its recorder nobody can say later what a resource looked like.',
  fix: fixFor('changes to recorder and delivery channel of AWS Config'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'event-names',
    names: ['StopConfigurationRecorder', 'DeleteDeliveryChannel', 'PutDeliveryChannel', 'PutConfigurationRecorder'],
    source: { value: 'config.amazonaws.com', required: true },
  }),
});
