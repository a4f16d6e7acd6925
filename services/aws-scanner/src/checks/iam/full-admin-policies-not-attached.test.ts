import { describe, expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { HeldPolicy } from '../../facts/iam/managed-policies.ts';
import { grantsEverything } from '../../semantics/iam-policy.ts';
import { details, holder, unlisted } from '../../testing/authorization-details.ts';
import check from './full-admin-policies-not-attached.ts';

const statement = (over: object = {}) => ({ Statement: { Effect: 'Allow', Action: '*', Resource: '*', ...over } });
const policy = (document: unknown, over: Partial<HeldPolicy> = {}): HeldPolicy => ({
  id: 'arn:aws:iam::111122223333:policy/p',
  name: 'p',
  defaultVersion: 'v2',
  attachments: 1,
  grant: grantsEverything(document),
  awsManaged: false,
  users: [],
  roles: ['deploy'],
  ...over,
});
const all = policy(statement());
const some = policy(statement({ Action: 's3:*' }));
const admin = policy(statement(), {
  id: 'arn:aws:iam::aws:policy/AdministratorAccess',
  name: 'AdministratorAccess',
  awsManaged: true,
});
const gap: Gap = {
  fact: 'iam/aws-managed-policy-grants',
  cause: 'denied',
  resource: admin.id,
  rights: ['iam:GetPolicyVersion'],
  detail: 'refused',
};
interface Lists {
  readonly customer?: Listing<HeldPolicy>;
  readonly aws?: Listing<HeldPolicy>;
}
const none = new Listing<HeldPolicy>([]);
const facts = ({ customer = none, aws = none }: Lists, holders: Parameters<typeof details>[0] = {}) => ({
  managedPolicies: { customer, aws },
  authorizationDetails: details(holders),
});
const own = (...policies: HeldPolicy[]) => facts({ customer: new Listing(policies) });
const ofAws = (...policies: HeldPolicy[]) => facts({ aws: new Listing(policies) });
const v120 = { attachedOnly: false, includeAwsManaged: false };

describe('full-admin-policies-not-attached', () => {
  test.each(
    cases(check, [
      {
        when: 'everything',
        facts: own(all),
        then: 'fail',
        says: /allows every action on every resource; attached to roles deploy/,
      },
      {
        when: 'the two-part spelling, in lists',
        facts: own(policy(statement({ Action: ['s3:Get*', '*:*'], Resource: ['a', '*'] }))),
        then: 'fail',
      },
      {
        when: 'URL-encoded, as IAM answers',
        facts: own(policy(encodeURIComponent(JSON.stringify(statement())))),
        then: 'fail',
      },
      { when: 'one service', facts: own(some), then: 'pass' },
      {
        when: 'NotAction',
        facts: own(policy({ Statement: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }] })),
        then: 'pass',
        says: /all but some actions/,
      },
      {
        when: 'a condition does not help',
        facts: own(policy(statement({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }))),
        then: 'fail',
        says: /condition/,
      },
      { when: 'attached to nobody', facts: own({ ...all, attachments: 0, roles: [] }), then: 'not-applicable' },
      {
        when: 'attached to nobody, 1.2.0',
        facts: own({ ...all, attachments: 0, roles: [] }),
        with: v120,
        then: 'fail',
        says: /attached to nobody/,
      },
      {
        when: 'held by groups too',
        facts: own({ ...all, attachments: 4, users: ['alice'] }),
        then: 'fail',
        says: /users alice; roles deploy; 2 not listed here, such as groups/,
      },
      { when: 'AdministratorAccess in use', facts: ofAws(admin), then: 'fail' },
      {
        when: 'AdministratorAccess in use, 1.2.0',
        facts: ofAws(admin),
        with: v120,
        then: 'not-applicable',
        says: /no customer managed policy/,
      },
      { when: 'another of AWS', facts: ofAws({ ...admin, grant: some.grant }), then: 'pass' },
      { when: 'no policy', facts: facts({}), then: 'not-applicable', says: /no managed policy in use/ },
      {
        when: 'a document that cannot be understood',
        facts: own(policy('{'), some),
        then: 'not-assessed',
        says: /version v2 cannot be understood/,
      },
      {
        when: 'the same of a policy that nobody holds',
        facts: own({ ...policy('{'), attachments: 0 }, some),
        then: 'pass',
      },
      {
        when: 'one document refused, another fails',
        facts: facts({ customer: new Listing([all]), aws: new Listing<HeldPolicy>([], [gap]) }),
        then: 'fail',
      },
      {
        when: 'one document refused, the others pass',
        facts: facts({ customer: new Listing([some]), aws: new Listing<HeldPolicy>([], [gap]) }),
        then: 'not-assessed',
      },
      {
        when: 'the same where AWS’s are not asked for',
        facts: facts({ customer: new Listing([some]), aws: new Listing<HeldPolicy>([], [gap]) }),
        with: v120,
        then: 'pass',
      },
      {
        when: 'users, roles and own policies unread',
        facts: {
          managedPolicies: { customer: new Listing<HeldPolicy>([], [unlisted]), aws: none },
          authorizationDetails: details({}, [unlisted]),
        },
        then: 'not-assessed',
      },
    ]),
  )('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

  test('an inline policy that allows everything is told and does not decide', () => {
    const role = holder('role', 'ops', { inline: ['all'], inlineFullAdmin: ['all'] });
    const rows = judgements(check, {
      when: '',
      facts: facts({ customer: new Listing([some]) }, { roles: [role] }),
      then: 'pass',
    });
    expect(rows.map((row) => [row.id, row.verdict])).toEqual([
      [some.id, 'pass'],
      [role.id, 'not-applicable'],
    ]);
  });

  test('evidence names the call that gave the document', () => {
    const sources = [own(all), ofAws(admin)].map(
      (f) => judgements(check, { when: '', facts: f, then: 'fail' })[0]?.evidence[0]?.fact.source,
    );
    expect(sources).toEqual(['iam:GetAccountAuthorizationDetails', 'iam:GetPolicyVersion']);
  });
});
