import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Changes to route tables raise an alarm',
  why: 'A changed route can lead traffic past every inspection.',
  fix: fixFor('changes to routes and route tables'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'event-names',
    names: [
      'CreateRoute',
      'CreateRouteTable',
      'ReplaceRoute',
      'ReplaceRouteTableAssociation',
      'DeleteRouteTable',
      'DeleteRoute',
      'DisassociateRouteTable',
    ],
    source: { value: 'ec2.amazonaws.com', required: false },
  }),
});
