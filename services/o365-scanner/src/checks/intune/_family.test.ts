import { describe, expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { DevicePolicy } from '../../semantics/device-policy.ts';
import { android, compliance, holding, idle, ios, licence } from '../../testing/device-policy.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './mobile-password-length-enforced.ts';
import jailbreaks from './mobile-jailbreaks-blocked.ts';

const RIGHT = 'DeviceManagementConfiguration.Read.All';
const good = [ios({ minLength: 6 }), android({ minLength: 6 })] as const;
const catalogue = { kind: 'catalogue', name: 'Catalogue' } as const;
const closed = (fact: string) => unread(fact, RIGHT);
const gap = (detail: string) => {
  const gone: Gap = { fact: 'f', cause: 'unsupported', rights: [], detail };
  return { ok: false, gap: gone } as const;
};
const segment = gap("answered 400 BadRequest: Resource not found for the segment 'deviceManagement'.; this cloud …");
const unlicensed = gap("answered 400: not applicable to target tenant; the tenant's licences do not include it");
const all = { configurations: closed('a'), compliance: closed('b'), catalogue: closed('c') };
const brokenOff = (...items: readonly DevicePolicy[]) => read(new Listing(items, [refused('c', RIGHT)]));

describe('one assigned policy for each platform', () => {
  test.each(
    cases(check, [
      {
        when: 'there is one',
        facts: holding(...good),
        then: 'pass',
        says: /android: an assigned policy demands .* at least 6 characters: "android"/,
      },
      {
        when: 'one platform has none',
        facts: holding(good[0]),
        then: 'fail',
        says: /android: no policy that is assigned/,
      },
      { when: 'none at all', facts: holding(), then: 'fail' },
      {
        when: 'what is needed is assigned to nobody',
        facts: holding(good[0], android({ minLength: 8 }, { ...idle, name: 'Draft' })),
        then: 'fail',
        says: /"Draft" would, but is assigned to nobody/,
      },
      {
        when: 'it says too little',
        facts: holding(good[0], android({ minLength: 4 })),
        then: 'fail',
        says: /"android" has 4/,
      },
      { when: 'it says nothing', facts: holding(good[0], android()), then: 'fail' },
      {
        when: 'a weak one beside a good one',
        facts: holding(...good, ios({ minLength: 4 }, { name: 'weak' })),
        then: 'pass',
      },
      {
        when: 'a compliance policy says it',
        facts: holding(good[0], android({ minLength: 6 }, compliance)),
        then: 'pass',
      },
      {
        when: 'a policy of the settings catalogue says it',
        facts: holding(good[0], android({ minLength: 6 }, catalogue)),
        then: 'pass',
      },
      {
        when: 'a policy of the catalogue has settings that are not known',
        facts: holding(good[0], android({}, { ...catalogue, untranslated: ['vendor.passwordlength'] })),
        then: 'manual',
        says: /"Catalogue" of the settings catalogue has settings that are not known here \(vendor\.passwordlength\)/,
      },
      {
        when: 'the same, assigned to nobody',
        facts: holding(good[0], android({}, { ...catalogue, ...idle, untranslated: ['vendor.passwordlength'] })),
        then: 'fail',
      },
      { when: 'only one platform is in use', facts: holding(good[0]), with: { platforms: ['iOS'] }, then: 'pass' },
      { when: 'no platform is named', facts: holding(), with: { platforms: [] }, then: 'not-applicable' },
    ]),
  )('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
});

describe('what cannot be read', () => {
  test.each(
    cases(check, [
      { when: 'all refused', facts: { ...holding(), ...all }, then: 'not-assessed' },
      {
        when: 'the catalogue refused, all found elsewhere',
        facts: { ...holding(...good), catalogue: closed('c') },
        then: 'pass',
      },
      {
        when: 'the catalogue refused, a platform without',
        facts: { ...holding(good[0]), catalogue: closed('c') },
        then: 'not-assessed',
      },
      {
        when: 'a list broke off before the platform',
        facts: { ...holding(good[0]), configurations: brokenOff(good[0]) },
        then: 'not-assessed',
      },
      { when: 'a list broke off after it', facts: { ...holding(), configurations: brokenOff(...good) }, then: 'pass' },
      {
        when: 'no Intune in this cloud',
        facts: { ...holding(), configurations: segment, compliance: segment, catalogue: segment },
        then: 'not-applicable',
      },
      {
        when: 'no Intune for this tenant, whatever was bought',
        facts: { ...holding(), configurations: unlicensed, compliance: unlicensed, catalogue: unlicensed },
        then: 'not-applicable',
      },
      {
        when: 'only one of the lists is not offered',
        facts: { ...holding(), configurations: segment },
        then: 'not-assessed',
      },
      {
        when: 'not found, which says nothing about Intune',
        facts: { ...holding(), configurations: gap('answered 404'), compliance: gap('answered 404') },
        then: 'not-assessed',
      },
      {
        when: 'no licence, and refused',
        facts: { ...holding(), ...all, products: licence('EXCHANGE_S_FOUNDATION') },
        then: 'not-applicable',
        says: /Microsoft Intune/,
      },
      { when: 'Intune for Education', facts: { ...holding(...good), products: licence('INTUNE_EDU') }, then: 'pass' },
    ]),
  )('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

  test('a refusal is said once, with its right', () => {
    const judged = judgements(check, { when: '', facts: { ...holding(), ...all }, then: 'not-assessed' });
    expect(judged.flatMap((j) => j.rights)).toEqual([RIGHT]);
  });
  test('lists that cannot say it are not missed', () => {
    const facts = { ...holding(), configurations: closed('a'), catalogue: closed('c') };
    expect(judge(jailbreaks, { when: '', facts, then: 'fail' })).toBe('fail');
  });
});

test('the order of policies changes nothing', () => {
  const others = [
    ios({ minLength: 8 }, { name: 'b' }),
    ios({ minLength: 9 }, { name: 'a' }),
    android({ minLength: 1 }),
  ];
  const of = (...policies: readonly DevicePolicy[]) =>
    judgements(check, { when: '', facts: holding(...policies), then: 'fail' });
  expect(of(...others)).toEqual(of(...others.toReversed()));
});
test('a fail shows what was looked at, also where there is nothing', () => {
  const [judged] = judgements(check, { when: '', facts: holding(), then: 'fail' });
  expect(judged?.evidence.map(({ fact, fields }) => [fact.name, fields['policies']])).toEqual([
    ['graph/device-configurations', 0],
    ['graph/device-compliance-policies', 0],
    ['graph/catalogue-policies', 0],
  ]);
});
test('an unknown setting suggests fail', () => {
  const facts = holding(...good.slice(0, 1), android({}, { ...catalogue, untranslated: ['x'] }));
  expect(judgements(check, { when: '', facts, then: 'manual' })).toMatchObject([
    { verdict: 'manual', suggested: 'fail' },
    { verdict: 'pass' },
  ]);
});
