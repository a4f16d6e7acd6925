import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { continuesAt, isSpf, letsNobodySend, meaningOf, parseSpf, type Zones } from './spf.ts';

const none: Zones = new Map();
const meaning = (text: string, zones: Zones = none, max = 10) => meaningOf(text, zones, max);

describe('what is an SPF record', () => {
  test.each([
    ['v=spf1', true],
    ['V=SPF1 -all', true],
    ['v=spf1\t-all', true],
    ['v=spf10 -all', false],
    [' v=spf1 -all', false],
    ['spf2.0/pra -all', false],
    ['MS=ms1234', false],
  ])('"%s": %s', (text, is) => expect(isSpf(text)).toBe(is));
});

describe('terms', () => {
  test.each([
    ['v=spf1 a mx:b.example/24 ~all', ['+a', '+mx:b.example', '~all']],
    ['v=spf1 ?include:B.example. -ALL', ['?include:b.example', '-all']],
    ['v=spf1 -all include:late.example', ['-all']],
    ['v=spf1 exp=why.example', []],
  ])('%s', (text, terms) =>
    expect(
      parseSpf(text).mechanisms.map((m) => `${m.qualifier}${m.name}${m.value === null ? '' : `:${m.value}`}`),
    ).toEqual(terms),
  );
  test('all makes a redirect mean nothing', () =>
    expect(parseSpf('v=spf1 redirect=a.example -all').redirect).toBeNull());
  test('a name with a macro cannot be followed', () =>
    expect(continuesAt(parseSpf('v=spf1 include:%{d}.example include:a.example redirect=b.example'))).toEqual([
      'a.example',
      'b.example',
    ]));
});

describe('meaning', () => {
  test.each([
    ['v=spf1', '?all'],
    ['v=spf1 all', '+all'],
    ['v=spf1 redirect=a.example', '~all'],
    ['v=spf1 include:a.example', '?all'],
  ])('the last word of "%s" is %s', (text, all) =>
    expect(meaning(text, new Map([['a.example', ['v=spf1 ~all']]])).all).toBe(all),
  );
  test('whom an include distrusts nobody trusts', () =>
    expect([
      ...meaning('v=spf1 -include:a.example -all', new Map([['a.example', ['v=spf1 include:b.example -all']]]))
        .designates,
    ]).toEqual([]));
  test('look-ups inside an include count', () =>
    expect(
      meaning('v=spf1 include:a.example -all', new Map([['a.example', ['v=spf1 a mx ip4:192.0.2.1 -all']]])).lookups,
    ).toBe(3));
  test.each([
    [['v=spf1 -all', 'v=spf1 ~all'], ['a.example has 2 SPF records']],
    [[], ['a.example has no SPF record']],
  ])('an include with the records %j', (records, errors) =>
    expect(meaning('v=spf1 include:a.example -all', new Map([['a.example', records]])).errors).toEqual(errors),
  );
  test('what nobody could read is said', () =>
    expect(meaning('v=spf1 include:a.example -all')).toMatchObject({ unread: ['a.example'], errors: [] }));
});

const names = fc.constantFrom('a.example', 'b.example', 'c.example');
const sign = fc.constantFrom('', '+', '-', '~', '?');
const term = fc.oneof(
  fc.tuple(sign, fc.constantFrom('a', 'mx', 'ip4:192.0.2.1', 'exists:x.example', 'ptr')).map((t) => t.join('')),
  fc.tuple(sign, names).map(([s, name]) => `${s}include:${name}`),
);
const record = fc
  .tuple(fc.array(term, { maxLength: 5 }), fc.option(fc.constantFrom('-all', '~all', '?all', '+all', 'all')))
  .map(([terms, all]) => ['v=spf1', ...terms, ...(all === null ? [] : [all])].join(' '));
const zones = fc.array(fc.tuple(names, fc.array(record, { maxLength: 2 }))).map((entries): Zones => new Map(entries));

describe('for every record', () => {
  test('it comes to an end, within the look-ups that are allowed and one more', () =>
    fc.assert(
      fc.property(record, zones, fc.integer({ min: 0, max: 10 }), (text, around, max) => {
        const { lookups, errors } = meaning(text, around, max);
        expect(lookups).toBeLessThanOrEqual(max + 1);
        expect(errors.some((error) => error.includes('look-ups'))).toBe(lookups > max);
      }),
    ));
  test('letter case and spaces change nothing', () =>
    fc.assert(
      fc.property(record, zones, (text, around) => {
        expect(meaning(text.toUpperCase().replaceAll(' ', '   '), around)).toEqual(meaning(text, around));
      }),
    ));
  test('what follows all changes nothing', () =>
    fc.assert(
      fc.property(record, term, zones, (text, more, around) => {
        const ended = `${text} -all`;
        expect(meaning(`${ended} ${more}`, around)).toEqual(meaning(ended, around));
      }),
    ));
  test('more allowed look-ups never make a new error', () =>
    fc.assert(
      fc.property(record, zones, fc.nat(10), (text, around, max) => {
        const before = meaning(text, around, max).errors.filter((error) => error.includes('look-ups'));
        const after = meaning(text, around, max + 5).errors.filter((error) => error.includes('look-ups'));
        expect(before.length).toBeGreaterThanOrEqual(after.length);
      }),
    ));
  test('one that lets nobody send designates nobody, and ends in -all', () =>
    fc.assert(
      fc.property(record, zones, (text, around) => {
        if (!letsNobodySend(text)) return;
        const { all, designates, lookups } = meaning(text, around);
        expect({ all, designates: designates.size, lookups }).toEqual({ all: '-all', designates: 0, lookups: 0 });
      }),
    ));
});
test.each([
  ['v=spf1 -all', true],
  ['v=spf1 ~all', false],
  ['v=spf1 mx -all', false],
  ['v=spf1', false],
  ['v=spf1 redirect=a.example', false],
])('%s lets nobody send: %s', (text, nobody) => expect(letsNobodySend(text)).toBe(nobody));
