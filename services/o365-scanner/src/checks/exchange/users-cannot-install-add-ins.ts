import {
  check,
  fail,
  notApplicable,
  notAssessed,
  pass,
  saw,
  withGap,
  type Judgement,
  type Listing,
  type Reading,
} from '@cis-scan/engine';
import { mailboxes, type Mailbox } from '../../facts/exchange/mailboxes.ts';
import { roleAssignmentPolicies, type RoleAssignmentPolicy } from '../../facts/exchange/role-assignment-policies.ts';
import { reported } from '../_reported.ts';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether any mailbox has the policy: pass for yes, fail for no, not-assessed where nobody can tell. */
function inUse(policy: RoleAssignmentPolicy, list: Reading<Listing<Mailbox>>): Judgement {
  if (!list.ok) return notAssessed(list.gap, policy);
  const [first] = list.value.any(
    ({ roleAssignmentPolicy: name }) =>
      name !== null && same(name, policy.name) ? pass(policy, 'used') : fail(policy, 'not used'),
    () => fail(policy, 'not used'),
    { about: policy },
  );
  return first ?? fail(policy, 'not used');
}

export default check({
  title: 'People cannot install Outlook add-ins themselves',
  why: 'An add-in reads the mail it is shown; one that a person picked for a small convenience may send it anywhere.',
  fix: 'In the Exchange admin center, Roles, User roles, edit each policy in use and clear My Custom Apps, My Marketplace Apps and My ReadWriteMailbox Apps; hand out wanted add-ins centrally instead.',
  needs: { policies: roleAssignmentPolicies, mailboxes: withGap(mailboxes) },
  options: {
    forbiddenRoles: ['My Custom Apps', 'My Marketplace Apps', 'My ReadWriteMailbox Apps'] as readonly string[],
  },
  evaluate: ({ policies, mailboxes: list }, { forbiddenRoles }) =>
    policies.each(
      (policy) => {
        const { name, isDefault } = policy;
        const granted = policy.roles.filter((role) => forbiddenRoles.some((wrong) => same(wrong, role))).sort();
        const found = saw(roleAssignmentPolicies, { policy: name, isDefault, granted });
        if (granted.length === 0) return pass(policy, `the policy "${name}" lets nobody install add-ins`, found);
        const used = inUse(policy, list);
        if (used.verdict === 'not-assessed') return used;
        return used.verdict === 'pass'
          ? fail(policy, `the policy "${name}" is in use and grants ${granted.join(', ')}, it should not`, found)
          : notApplicable(policy, `no mailbox has the policy "${name}", which grants ${granted.join(', ')}`, found);
      },
      // every organisation has the default policy: an answer without it was hidden from us
      () =>
        notAssessed({
          fact: roleAssignmentPolicies.name,
          cause: 'failed',
          rights: [],
          detail: 'no role assignment policy was answered',
        }),
    ),
  otherwise: [reported('exo_outlookaddins')],
});
