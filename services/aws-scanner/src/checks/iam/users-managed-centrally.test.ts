import { expect, test } from '@jest/globals';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { GENERATED, oddRow, read, refused } from '../../testing/credential-report.ts';
import check from './users-managed-centrally.ts';

type Facts = Parameters<typeof check.evaluate>[0];
const consoleUsers = (...names: string[]) => read({ names, gaps: [], generatedAt: GENERATED });
const member = read({ id: 'o-1', managementAccount: '999988887777', isManagement: false });
const management = read({ id: 'o-1', managementAccount: '111122223333', isManagement: true });
const saml = read(['arn:aws:iam::111122223333:saml-provider/idp']);
const facts = (over: Partial<Facts> = {}): Facts => ({
  consoleUsers: consoleUsers(),
  samlProviders: read([]),
  openIdProviders: read([]),
  organization: read(null),
  identityCenters: read([]),
  ...over,
});
const all: Facts = {
  consoleUsers: refused('iam:GetCredentialReport'),
  samlProviders: refused('iam:ListSAMLProviders'),
  openIdProviders: refused('iam:ListOpenIDConnectProviders'),
  organization: refused('organizations:DescribeOrganization'),
  identityCenters: refused('sso:ListInstances'),
};
const decides = { suggestionDecides: true };
const localUsers = { organization: member, consoleUsers: consoleUsers('alice') };
const federated = { samlProviders: saml };

test.each(
  cases(check, [
    { when: 'nothing special', facts: facts(), then: 'manual', says: /no organisation, 0 SAML providers/ },
    { when: 'nothing special does not decide', facts: facts(), with: decides, then: 'manual' },
    { when: 'federated, no console user', facts: facts(federated), then: 'manual' },
    { when: 'the same decides', facts: facts(federated), with: decides, then: 'pass' },
    {
      when: 'Identity Center in sight',
      facts: facts({ identityCenters: read(['arn:aws:sso:::instance/ssoins-1']) }),
      with: decides,
      then: 'pass',
    },
    {
      when: 'OpenID Connect serves programs as often',
      facts: facts({ openIdProviders: read(['x']) }),
      with: decides,
      then: 'manual',
    },
    {
      when: 'local users in a member account',
      facts: facts(localUsers),
      then: 'manual',
      says: /1 IAM user with a console/,
    },
    { when: 'the same decides', facts: facts(localUsers), with: decides, then: 'fail' },
    { when: 'the same, federated besides', facts: facts({ ...localUsers, ...federated }), with: decides, then: 'fail' },
    {
      when: 'local users in the management account',
      facts: facts({ ...localUsers, organization: management }),
      with: decides,
      then: 'manual',
    },
    {
      when: 'federated, but local users too',
      facts: facts({ ...federated, consoleUsers: consoleUsers('a') }),
      with: decides,
      then: 'manual',
    },
    {
      when: 'a row of the report cannot be used',
      facts: facts({ ...federated, consoleUsers: read({ names: [], gaps: [oddRow], generatedAt: GENERATED }) }),
      with: decides,
      then: 'manual',
    },
    { when: 'the only account', facts: facts(), with: { onlyAccount: true }, then: 'not-applicable' },
    {
      when: 'stated to be the only one, yet in an organisation',
      facts: facts({ organization: member }),
      with: { onlyAccount: true },
      then: 'manual',
    },
    {
      when: 'whether it is in one was refused',
      facts: facts({ organization: all.organization }),
      with: { onlyAccount: true },
      then: 'manual',
    },
    { when: 'everything refused', facts: all, then: 'manual', says: /nothing that could be read/ },
    { when: 'everything refused does not decide', facts: all, with: decides, then: 'manual' },
    {
      when: 'federated, OpenID Connect refused',
      facts: facts({ ...federated, openIdProviders: all.openIdProviders }),
      with: decides,
      then: 'manual',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  ['federated, no console user', facts(federated), 'pass'],
  ['local users in a member account', facts(localUsers), 'fail'],
  ['nothing special', facts(), null],
])('%s', (when, given, suggested) => {
  const rows = judgements(check, { when, facts: given, then: 'manual' });
  expect(rows.map((row) => row.suggested)).toEqual([suggested]);
});

test('what was refused is named, on the one row of the account', () => {
  const rows = judgements(check, { when: '', facts: all, then: 'manual' });
  expect(rows.every((row) => row.id === null && row.verdict === 'manual')).toBe(true);
  expect(rows.flatMap((row) => row.rights)).toHaveLength(5);
});

test('the report tells its own age', () => {
  const [row] = judgements(check, { when: '', facts: facts(localUsers), then: 'manual' });
  expect(row?.evidence.at(-1)).toMatchObject({ readAt: GENERATED, fields: { consoleUsers: ['alice'] } });
});
