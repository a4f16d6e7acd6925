import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { domainsAbove, isDmarc, parseDmarc } from './dmarc.ts';

test.each([
  ['v=DMARC1; p=none', true],
  ['v = DMARC1;p=none', true],
  ['v=DMARC1', true],
  ['v=dmarc1; p=none', false],
  ['v=DMARC10; p=none', false],
  ['p=none; v=DMARC1', false],
  ['v=spf1 -all', false],
])('"%s" is a DMARC record: %s', (text, is) => expect(isDmarc(text)).toBe(is));

describe('tags', () => {
  test.each([
    ['v=DMARC1; p=reject', { policy: 'reject', subdomainPolicy: 'reject', percent: 100 }],
    ['v=DMARC1; P=Quarantine; SP=None; PCT=20', { policy: 'quarantine', subdomainPolicy: 'none', percent: 20 }],
    ['v=DMARC1; p=reject; sp=odd', { policy: 'reject', subdomainPolicy: 'reject' }],
    ['v=DMARC1', { policy: null, subdomainPolicy: null }],
    ['v=DMARC1; p=odd', { policy: null }],
    ['v=DMARC1; sp=reject', { policy: null, subdomainPolicy: null }],
    ['v=DMARC1; p=odd; rua=mailto:a@b.example', { policy: 'none' }],
    ['v=DMARC1; p=none; p=reject', { policy: 'none' }],
    ['v=DMARC1; p=reject; pct=0', { percent: 0 }],
    ['v=DMARC1; p=reject; pct=half', { percent: 100 }],
    ['v=DMARC1; p=reject; pct=999', { percent: 100 }],
    ['v=DMARC1; p=reject; rua=; ruf=mailto:a@b.example;', { tags: ['v', 'p', 'ruf'] }],
    ['v=DMARC1; p=none; psd=y', { isPublicSuffix: true }],
    ['v=DMARC1; p=none; psd=n', { isPublicSuffix: false }],
  ])('%s', (text, meaning) => expect(parseDmarc(text)).toMatchObject(meaning));
});

test.each([
  ['larkfield.example', []],
  ['mail.larkfield.example', ['larkfield.example']],
  ['a.b.larkfield.example', ['b.larkfield.example', 'larkfield.example']],
  ['example', []],
])('above %s: %j', (domain, above) => expect(domainsAbove(domain)).toEqual(above));

const policies = fc.constantFrom('none', 'quarantine', 'reject', 'odd');
const tag = fc.oneof(
  policies.map((p) => `p=${p}`),
  policies.map((p) => `sp=${p}`),
  fc.integer({ min: 0, max: 150 }).map((pct) => `pct=${pct}`),
  fc.constantFrom('rua=mailto:a@b.example', 'ruf=mailto:a@b.example', 'adkim=s', 'fo=1', 'x', '=', ''),
);
const record = fc.array(tag, { maxLength: 6 }).map((tags) => ['v=DMARC1', ...tags].join(';'));

describe('for every record', () => {
  test('per cent stay between 0 and 100, and a policy for subdomains comes with one for the domain', () =>
    fc.assert(
      fc.property(record, (text) => {
        const { policy, subdomainPolicy, percent } = parseDmarc(text);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(policy === null).toBe(subdomainPolicy === null);
      }),
    ));
  test('spaces around tags change nothing', () =>
    fc.assert(
      fc.property(record, (text) => {
        expect(parseDmarc(text.replaceAll(';', ' ;  ').replaceAll('=', ' = '))).toEqual(parseDmarc(text));
      }),
    ));
  test('what is said again changes nothing', () =>
    fc.assert(
      fc.property(record, (text) => {
        expect(parseDmarc(`${text};${text}`)).toEqual(parseDmarc(text));
      }),
    ));
  test('domains above get shorter, all with two labels at least, each an end of the domain', () =>
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 6 }), (labels) => {
        const domain = labels.join('.');
        const above = domainsAbove(domain);
        expect(above).toHaveLength(Math.max(0, labels.length - 2));
        for (const one of above) {
          expect(domain.endsWith(`.${one}`)).toBe(true);
          expect(one.split('.').length).toBeGreaterThanOrEqual(2);
        }
      }),
    ));
});
