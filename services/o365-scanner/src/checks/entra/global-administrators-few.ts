import {
  check,
  fail,
  notAssessed,
  optional,
  pass,
  saw,
  target,
  type Judgement,
  type Listing,
  type Reading,
} from '@cis-scan/engine';
import { roleAssignments } from '../../facts/graph/role-assignments.ts';
import { roleEligibilities } from '../../facts/graph/role-eligibilities.ts';
import { roleHolders, type RoleHolder } from '../../facts/graph/role-holders.ts';
import { GLOBAL_ADMINISTRATOR } from '../../semantics/roles.ts';
import { reported } from '../_reported.ts';

const unknown = (detail: string): Judgement =>
  notAssessed({ fact: roleAssignments.name, cause: 'unsupported', rights: [], detail }, target);

/** The users behind the role, each once, and what stands in the way of knowing them all. */
function administratorsIn(holders: Listing<RoleHolder>) {
  const users = new Map<string, RoleHolder>();
  const services = new Set<string>();
  const unread = holders
    .filter(({ role }) => role === GLOBAL_ADMINISTRATOR)
    .each(
      (holder) => {
        if (holder.unread !== null) return notAssessed(holder.unread, target);
        if (holder.kind === 'unknown') return unknown(`the directory does not show who the holder ${holder.id} is`);
        if (holder.kind === 'user') users.set(holder.id, holder);
        if (holder.kind === 'servicePrincipal') services.add(holder.id);
        return [];
      },
      () => [],
      { about: target },
    );
  return { users: [...users.values()], services: services.size, unread };
}

/** Who could become one: Privileged Identity Management shows them to those with the right. */
function eligibleIn(list: Reading<Listing<{ readonly principal: string; readonly role: string }>>) {
  if (!list.ok) return { note: '; who may activate the role could not be read', found: [] };
  const eligible = new Set<string>();
  list.value.map(({ principal, role }) => role === GLOBAL_ADMINISTRATOR && eligible.add(principal));
  if (eligible.size === 0) return { note: '', found: [] };
  return {
    note: `; ${eligible.size} more may activate the role`,
    found: [saw(roleEligibilities, { eligible: eligible.size })],
  };
}

export default check({
  title: 'There are two to four global administrators',
  why: 'With one alone a lost account locks everybody out; each one beyond a few is another account that opens everything.',
  fix: 'In the Entra admin center, Roles and administrators, Global Administrator, keep two to four accounts and give the others roles that allow less.',
  needs: { holders: roleHolders, eligible: optional(roleEligibilities) },
  options: { minAdministrators: 2, maxAdministrators: 4, countDisabled: true },
  evaluate({ holders, eligible }, { minAdministrators: least, maxAdministrators: most, countDisabled }) {
    const { users, services, unread } = administratorsIn(holders);
    const disabled = users.filter(({ enabled }) => enabled === false).length;
    const untold = countDisabled ? 0 : users.filter(({ enabled }) => enabled === null).length;
    // as few and as many as there can be, given what was not told
    const few = countDisabled ? users.length : users.length - disabled - untold;
    const many = unread.length > 0 ? Infinity : few + untold;
    const { note, found: more } = eligibleIn(eligible);
    const found = saw(roleAssignments, {
      globalAdministrators: users.map(({ id, name }) => name ?? id).sort(),
      disabled,
      servicePrincipals: services,
    });
    const count = `${few} users hold the role Global Administrator${disabled > 0 ? ` (${disabled} disabled accounts among all)` : ''}`;
    const beside = services > 0 ? `; ${services} apps hold it as well and are not counted` : '';
    const reason = `${count}, ${least} to ${most} are wanted${beside}${note}`;
    if (few > most || many < least) return [fail(target, reason, found, ...more)];
    if (few >= least && many <= most) return [pass(target, reason, found, ...more)];
    return unread.length > 0 ? unread : [unknown(`whether ${untold} of their accounts are enabled was not told`)];
  },
  otherwise: [reported('OneAdmin')],
});
