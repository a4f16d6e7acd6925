import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Changes to network gateways raise an alarm',
  why: 'A new gateway is a new way out of, and into, the network.',
  fix: fixFor('changes to customer and internet gateways'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'event-names',
    names: [
      'CreateCustomerGateway',
      'DeleteCustomerGateway',
      'AttachInternetGateway',
      'CreateInternetGateway',
      'DeleteInternetGateway',
      'DetachInternetGateway',
    ],
  }),
});
