import { expect, test } from '@jest/globals';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { read, refused } from '../../testing/credential-report.ts';
import check from './root-has-mfa.ts';

const summary = { rootHasMfa: false, rootAccessKeys: 0, rootHasPassword: true, rootSigningCertificates: 0 };
const organization = (isManagement: boolean) =>
  read({ id: 'o-1', managementAccount: isManagement ? '111122223333' : '999988887777', isManagement });
const facts = (
  over: Partial<Omit<typeof summary, 'rootHasPassword'>> & { rootHasPassword?: boolean | null },
  org = read(null) as Parameters<typeof check.evaluate>[0]['organization'],
) => ({
  accountSummary: { ...summary, ...over },
  organization: org,
});
const denied = refused('organizations:DescribeOrganization');
const old = { rootWithoutPasswordPasses: false };
const bare = { rootHasPassword: false };
const gov = { target: { account: '111122223333', cloud: 'aws-us-gov' } } as const;

test.each(
  cases(check, [
    { when: 'a device', facts: facts({ rootHasMfa: true }), then: 'pass' },
    { when: 'a device, organisation refused', facts: facts({ rootHasMfa: true }, denied), then: 'pass' },
    { when: 'none', facts: facts({}), then: 'fail', says: /no MFA device; one is wanted/ },
    { when: 'no password, newer versions', facts: facts(bare), then: 'pass', says: /no console password/ },
    { when: 'no password, 1.3.0', facts: facts(bare), with: old, then: 'fail' },
    { when: 'AWS does not tell of the password', facts: facts({ rootHasPassword: null }), then: 'fail' },
    {
      when: 'a member account without any credential of root, 1.3.0',
      facts: facts(bare, organization(false)),
      with: old,
      then: 'not-applicable',
      says: /organisation o-1 manages it/,
    },
    { when: 'the same, newer versions', facts: facts(bare, organization(false)), then: 'pass' },
    { when: 'the management account', facts: facts(bare, organization(true)), with: old, then: 'fail' },
    { when: 'whether it is a member was refused', facts: facts(bare, denied), with: old, then: 'not-assessed' },
    {
      when: 'a member whose root kept a key',
      facts: facts({ ...bare, rootAccessKeys: 1 }, organization(false)),
      with: old,
      then: 'fail',
    },
    {
      when: 'a member whose root kept a certificate',
      facts: facts({ ...bare, rootSigningCertificates: 1 }, organization(false)),
      with: old,
      then: 'fail',
    },
    { when: 'a member whose root kept its password', facts: facts({}, organization(false)), with: old, then: 'fail' },
    { when: 'GovCloud', facts: facts({}), context: gov, then: 'not-applicable', says: /GovCloud/ },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('the row is root of the partition', () => {
  const context = { target: { account: '111122223333', cloud: 'aws-cn' } } as const;
  const [row] = judgements(check, { when: '', facts: facts({}), context, then: 'fail' });
  expect(row?.id).toBe('arn:aws-cn:iam::111122223333:root');
});
