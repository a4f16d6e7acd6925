import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { Mailbox } from '../../facts/exchange/mailboxes.ts';
import type { RoleAssignmentPolicy } from '../../facts/exchange/role-assignment-policies.ts';
import { mailbox } from '../../testing/exchange.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './users-cannot-install-add-ins.ts';

const DEFAULT = 'Default Role Assignment Policy';
const policy = (roles: readonly string[], name = DEFAULT): RoleAssignmentPolicy => ({
  id: `guid-${name}`,
  name,
  isDefault: name === DEFAULT,
  roles: ['MyBaseOptions', ...roles],
});
const facts = (policies: readonly RoleAssignmentPolicy[], ...list: readonly Mailbox[]) => ({
  policies: new Listing(policies),
  mailboxes: read(new Listing(list)),
});
const closed = unread('exchange/mailboxes', 'Exchange.ManageAsApp');
const broken = (...list: readonly Mailbox[]) => read(new Listing<Mailbox>(list, [refused('exchange/mailboxes')]));

test.each([
  ...['My Custom Apps', 'My Marketplace Apps', 'My ReadWriteMailbox Apps', 'my custom apps'].map(
    (role) => [role, 'fail'] as const,
  ),
  ['MyContactInformation', 'pass'] as const,
])('a policy in use that grants %s: %s', (role, then) =>
  expect(judge(check, { when: '', facts: facts([policy([role])], mailbox('ada')), then })).toBe(then),
);

test.each(
  cases(check, [
    {
      when: 'granted in a policy that no mailbox has',
      facts: facts([policy([]), policy(['My Custom Apps'], 'Old')], mailbox('ada')),
      then: 'pass',
    },
    {
      when: 'granted in the only policy, and no mailbox',
      facts: facts([policy(['My Custom Apps'])]),
      then: 'not-applicable',
      says: /no mailbox has/,
    },
    {
      when: 'a mailbox without a policy',
      facts: facts([policy(['My Custom Apps'])], mailbox('sys', { roleAssignmentPolicy: null })),
      then: 'not-applicable',
    },
    {
      when: 'one of many has it',
      facts: facts(
        [policy([]), policy(['My Custom Apps'], 'Sales')],
        mailbox('a'),
        mailbox('b', { roleAssignmentPolicy: 'sales' }),
      ),
      then: 'fail',
      says: /"Sales" is in use and grants My Custom Apps/,
    },
    { when: 'nothing granted, mailboxes refused', facts: { ...facts([policy([])]), mailboxes: closed }, then: 'pass' },
    {
      when: 'granted, mailboxes refused',
      facts: { ...facts([policy(['My Custom Apps'])]), mailboxes: closed },
      then: 'not-assessed',
      says: /Exchange.ManageAsApp/,
    },
    {
      when: 'granted, mailboxes broke off before one',
      facts: { ...facts([policy(['My Custom Apps'])]), mailboxes: broken() },
      then: 'not-assessed',
    },
    {
      when: 'granted, mailboxes broke off after one',
      facts: { ...facts([policy(['My Custom Apps'])]), mailboxes: broken(mailbox('ada')) },
      then: 'fail',
    },
    {
      when: 'another list of roles',
      facts: facts([policy(['My Custom Apps'])], mailbox('a')),
      with: { forbiddenRoles: ['MyBaseOptions'] },
      then: 'fail',
      says: /grants MyBaseOptions/,
    },
    { when: 'nothing was answered', facts: facts([], mailbox('a')), then: 'not-assessed' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score last', () => expect(controlScores(check, { exo_outlookaddins: 100 })).toBe('pass'));
