import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Changes to VPCs raise an alarm',
  why: 'New VPCs and peerings change what can reach what.',
  fix: fixFor('changes to VPCs and their peerings'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'event-names',
    names: [
      'CreateVpc',
      'DeleteVpc',
      'ModifyVpcAttribute',
      'AcceptVpcPeeringConnection',
      'CreateVpcPeeringConnection',
      'DeleteVpcPeeringConnection',
      'RejectVpcPeeringConnection',
      'AttachClassicLinkVpc',
      'DetachClassicLinkVpc',
      'DisableVpcClassicLink',
      'EnableVpcClassicLink',
    ],
  }),
});
