import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Changes to network ACLs raise an alarm',
  why: 'A changed network ACL can open a whole subnet.',
  fix: fixFor('changes to network ACLs'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'event-names',
    names: [
      'CreateNetworkAcl',
      'CreateNetworkAclEntry',
      'DeleteNetworkAcl',
      'DeleteNetworkAclEntry',
      'ReplaceNetworkAclEntry',
      'ReplaceNetworkAclAssociation',
    ],
  }),
});
