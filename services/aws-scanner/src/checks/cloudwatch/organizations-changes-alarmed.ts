import { check } from '@cis-scan/engine';
import { alarmedOn, fixFor, needs, options } from './_alarmed-on.ts';

export default check({
  title: 'Changes to AWS Organizations raise an alarm',
  why: 'Whoever changes the organisation changes the limits of all its accounts.',
  fix: fixFor('changes to the organisation, its accounts and policies'),
  needs,
  options,
  evaluate: alarmedOn({
    kind: 'event-names',
    names: [
      'AcceptHandshake',
      'AttachPolicy',
      'CreateAccount',
      'CreateOrganizationalUnit',
      'CreatePolicy',
      'DeclineHandshake',
      'DeleteOrganization',
      'DeleteOrganizationalUnit',
      'DeletePolicy',
      'DetachPolicy',
      'DisablePolicyType',
      'EnablePolicyType',
      'InviteAccountToOrganization',
      'LeaveOrganization',
      'MoveAccount',
      'RemoveAccountFromOrganization',
      'UpdatePolicy',
      'UpdateOrganizationalUnit',
    ],
    source: { value: 'organizations.amazonaws.com', required: true },
  }),
});
