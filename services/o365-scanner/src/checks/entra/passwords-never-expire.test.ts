import { expect, test } from '@jest/globals';
import { check as define, Listing, source } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { domains } from '../../facts/graph/domains.ts';
import { refused } from '../../testing/readings.ts';
import check from './passwords-never-expire.ts';

const NEVER = 2_147_483_647;
const domain = (passwordValidityDays: number | null, over: object = {}) => ({
  id: 'larkfield.example',
  authentication: 'Managed',
  isDefault: true,
  isInitial: false,
  isRoot: true,
  isVerified: true,
  services: ['Email'],
  passwordValidityDays,
  ...over,
});
type Domain = ReturnType<typeof domain>;
const facts = (...some: readonly Domain[]) => ({ domains: new Listing(some) });
const root = domain(NEVER);

test.each(
  cases(check, [
    { when: 'never', facts: facts(root), then: 'pass' },
    { when: 'ninety days', facts: facts(root, domain(90, { id: 'b' })), then: 'fail', says: /b expire after 90 days/ },
    { when: 'two years', facts: facts(domain(730)), then: 'fail' },
    { when: 'zero days', facts: facts(domain(0)), then: 'fail' },
    { when: 'never set on a root domain', facts: facts(root, domain(null, { id: 'b' })), then: 'not-assessed' },
    { when: 'never set on a subdomain', facts: facts(root, domain(null, { isRoot: false })), then: 'pass' },
    { when: 'not verified', facts: facts(root, domain(90, { isVerified: false })), then: 'pass' },
    {
      when: 'one of two is federated',
      facts: facts(root, domain(null, { authentication: 'Federated' })),
      then: 'pass',
    },
    { when: 'all are federated', facts: facts(domain(null, { authentication: 'Federated' })), then: 'not-applicable' },
    { when: 'no domain', facts: facts(), then: 'not-applicable' },
    {
      when: 'the list broke off',
      facts: { domains: new Listing<Domain>([root], [refused('graph/domains', 'Domain.Read.All')]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('each domain is a resource of its own', () =>
  expect(judgements(check, { when: '', facts: facts(root), then: 'pass' })).toMatchObject([{ id: root.id }]));

const last = check.otherwise[1];
const byOption = define({
  title: 't',
  why: 'w',
  fix: 'f',
  options: check.options,
  ...source<{ readonly domains: typeof domains }, typeof check.options>({
    needs: { domains },
    evaluate: (some, options, context) => last?.evaluate(some as never, options as never, context) ?? [],
  }),
});
test.each(['pass', 'fail', 'not-assessed'] as const)('after Secure Score the operator may say: %s', (whenUnset) =>
  expect(judge(byOption, { when: '', facts: facts(domain(null)), with: { whenUnset }, then: whenUnset })).toBe(
    whenUnset,
  ),
);
