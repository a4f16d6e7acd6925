import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { policy } from '../../testing/policy.ts';
import { bought } from '../../testing/products.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './security-defaults-disabled.ts';

const facts = (enabled: boolean, ...policies: readonly ReturnType<typeof policy>[]) => ({
  securityDefaults: { enabled },
  policies: read(new Listing(policies)),
  products: read(bought('AAD_PREMIUM')),
});
const WORSE = /worse than having them on/;
const noGap = unread('graph/conditional-access-policies', 'Policy.Read.All');

test.each(
  cases(check, [
    { when: 'off, with a policy', facts: facts(false, policy()), then: 'pass', says: /are off$/ },
    { when: 'off, without any policy', facts: facts(false), then: 'pass', says: WORSE },
    {
      when: 'off, policies only report',
      facts: facts(false, policy({ state: 'report-only' })),
      then: 'pass',
      says: WORSE,
    },
    { when: 'off, policies unread', facts: { ...facts(false), policies: noGap }, then: 'pass', says: /are off$/ },
    {
      when: 'off, the policies broke off',
      facts: { ...facts(false), policies: read(new Listing([policy({ state: 'disabled' })], [refused('x')])) },
      then: 'pass',
      says: /are off$/,
    },
    { when: 'on', facts: facts(true, policy()), then: 'fail', says: /Conditional Access instead$/ },
    {
      when: 'on, without P1',
      facts: { ...facts(true), products: read(bought()) },
      then: 'fail',
      says: /no Microsoft Entra ID P1/,
    },
    {
      when: 'on, licences unread',
      facts: { ...facts(true), products: unread('graph/subscribed-skus', 'Directory.Read.All') },
      then: 'fail',
      says: /instead$/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
