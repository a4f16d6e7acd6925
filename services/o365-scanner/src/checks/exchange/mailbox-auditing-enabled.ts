import {
  check,
  fail,
  optional,
  pass,
  saw,
  source,
  target,
  type Fact,
  type Listing,
  type Reading,
  type Saw,
} from '@cis-scan/engine';
import { mailboxes, type Mailbox } from '../../facts/exchange/mailboxes.ts';
import { organizationConfigByCommand } from '../../facts/exchange/organization-config-by-command.ts';
import { organizationConfig } from '../../facts/exchange/organization-config.ts';
import type { Organization } from '../../facts/exchange/organization.ts';
import { reported } from '../_reported.ts';
import { untold } from './_organization.ts';

/** Mailboxes of people and teams; rooms, equipment and the system's own are not meant. */
const MEANT = ['UserMailbox', 'SharedMailbox'];
/** Named at most: enough to begin with. */
const MOST = 20;

/** Mailboxes whose own flag is off: shown, because Exchange ignores the flag while the organisation's auditing is on. */
function unaudited(list: Reading<Listing<Mailbox>>): { readonly said: string; readonly found: readonly Saw[] } {
  if (!list.ok) return { said: '; the flags of single mailboxes could not be read', found: [] };
  const names: string[] = [];
  const unread = list.value
    .filter((mailbox) => MEANT.includes(mailbox.kind) && !mailbox.audited)
    .each(
      ({ name }) => {
        names.push(name);
        return [];
      },
      () => [],
    );
  const part = unread.length > 0 ? ' of those that could be read' : '';
  const said =
    names.length > 0 ? `; ${names.length} mailboxes${part} carry a flag that says off, which is ignored` : '';
  return { said, found: [saw(mailboxes, { AuditEnabledFalse: names.length, shown: names.sort().slice(0, MOST) })] };
}

const through = (fact: Fact<Organization>) =>
  source<
    { readonly config: Fact<Organization>; readonly mailboxes: ReturnType<typeof optional<Listing<Mailbox>>> },
    { readonly judgeMailboxes: boolean }
  >({
    needs: { config: fact, mailboxes: optional(mailboxes) },
    evaluate: ({ config, mailboxes: list }, { judgeMailboxes }) => {
      const { auditDisabled } = config;
      if (auditDisabled === null) return [untold(fact, 'AuditDisabled')];
      const found = saw(fact, { AuditDisabled: auditDisabled });
      if (auditDisabled) {
        return [fail(target, 'mailbox auditing is turned off for the whole organisation, it should be on', found)];
      }
      const flags = judgeMailboxes ? unaudited(list) : { said: '', found: [] };
      return [pass(target, `mailbox auditing is on for the whole organisation${flags.said}`, found, ...flags.found)];
    },
  });

export default check({
  title: 'Mailbox auditing is on for the organisation',
  why: 'After a break-in the audit log alone tells which mail was read, deleted or sent in whose name.',
  fix: 'In Exchange Online PowerShell: Set-OrganizationConfig -AuditDisabled $false.',
  options: { judgeMailboxes: false },
  ...through(organizationConfig),
  otherwise: [through(organizationConfigByCommand), reported('exo_mailboxaudit')],
});
