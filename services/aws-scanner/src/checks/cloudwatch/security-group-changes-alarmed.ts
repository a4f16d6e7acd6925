import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Changes to security groups raise an alarm',
  why: 'A rule added to a security group can put a server on the internet in a second.',
  fix: fixFor('changes to security groups'),
  needs,
  options: {
    ...options,
    /** Names that the filter must match; versions before 5.0.0 do not ask for the last one. */
    eventNames: [
      'AuthorizeSecurityGroupIngress',
      'AuthorizeSecurityGroupEgress',
      'RevokeSecurityGroupIngress',
      'RevokeSecurityGroupEgress',
      'CreateSecurityGroup',
      'DeleteSecurityGroup',
      'ModifySecurityGroupRules',
    ],
  },
  evaluate: (facts, asked, context) =>
    alarmedOn({ kind: 'event-names', names: asked.eventNames })(facts, asked, context),
});
