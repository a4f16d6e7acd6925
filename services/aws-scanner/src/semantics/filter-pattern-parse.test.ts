import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFilterPattern } from './filter-pattern.ts';
import { termText } from './filter-pattern-term.ts';
import type { Expression } from './filter-pattern-syntax.ts';

const shown = (e: Expression): string => {
  if ('all' in e) return `all(${e.all.map(shown).join(', ')})`;
  return 'any' in e ? `any(${e.any.map(shown).join(', ')})` : termText(e);
};
const parsed = (text: string): string => {
  const result = parseFilterPattern(text);
  return result.ok ? shown(result.expression) : 'unreadable';
};

describe('what is read', () => {
  test.each([
    ['{ $.a = b }', '$.a = "b"'],
    ['{$.a="b c"}', '$.a = "b c"'],
    ['{ $.a = "say \\"x\\"" }', '$.a = "say "x""'],
    ['{ ($.a = 1) }', '$.a = 1'],
    ['{ $.a = "1" }', '$.a = "1"'],
    ['{ $.a >= -1.5e3 }', '$.a >= -1.5e3'],
    ['{ $.a < 5 && $.a>1 }', 'all($.a < 5, $.a > 1)'],
    ['{ $.a != *x* }', '$.a != "*x*"'],
    ['{ $.sourceIPAddress != 123.123.* }', '$.sourceIPAddress != "123.123.*"'],
    ['{ $.a NOT EXISTS }', '$.a NOT EXISTS'],
    ['{ $.a not   exists }', '$.a NOT EXISTS'],
    [
      '{ $.a EXISTS || $.b IS NULL || $.c IS TRUE || $.d is false }',
      'any($.a EXISTS, $.b IS NULL, $.c IS TRUE, $.d IS FALSE)',
    ],
    ['{ $.a = exists }', '$.a = "exists"'],
    ['{ $.a[0].b = c }', '$.a[0].b = "c"'],
    ["{ $['a'].b = c }", '$.a.b = "c"'],
    ['{ $.["a"].b = c }', '$.a.b = "c"'],
    ['{ $.a[*].b = c }', '$.a[*].b = "c"'],
    ['{ $.a = %^x.*% }', '$.a = %^x.*%'],
    ['{ $.a = b && $.c = d || $.e = f }', 'any(all($.a = "b", $.c = "d"), $.e = "f")'],
    ['{ $.a = b || $.c = d && $.e = f }', 'any($.a = "b", all($.c = "d", $.e = "f"))'],
    ['{ $.a = b && ($.c = d || $.e = f) }', 'all($.a = "b", any($.c = "d", $.e = "f"))'],
    ['{(($.a=b)||($.c=d))}', 'any($.a = "b", $.c = "d")'],
    ['', 'all()'],
    ['  ', 'all()'],
  ])('%s', (text, tree) => expect(parsed(text)).toBe(tree));
});

describe('what is not', () => {
  test.each([
    'ERROR',
    '?ERROR ?WARN',
    '[ip, user, ...]',
    '{',
    '{}',
    '{ $.a }',
    '{ $.a = }',
    '{ $.a = b',
    '{ $.a = b } x',
    '{ $.a = b && }',
    '{ ($.a = b }',
    '{ $.a = b $.c = d }',
    '{ a = b }',
    '{ $.a > b }',
    '{ $.a > "1" }',
    '{ $.a = $.b }',
    '{ $.a == b }',
    '{ $.a = "b }',
    '{ $.a NOT }',
    '{ $ = a }',
    `{ ${'('.repeat(500)}$.a = b${')'.repeat(500)} }`,
    `{ $.a = ${'x'.repeat(10_000)} }`,
  ])('%.60s', (text) => expect(parsed(text)).toBe('unreadable'));

  test.each([
    ['{ $.a', 'it ends where an operator should stand'],
    ['{ $.a =', 'it ends where a value should stand'],
    ['{ ', 'it ends where a field should stand'],
    ['{ $.a = b ', '"}" is missing'],
    ['{ $.a b }', 'a field is not followed by an operator'],
  ])('says why: %s', (text, why) =>
    expect(parseFilterPattern(text)).toEqual({ ok: false, detail: `the pattern is not a JSON pattern: ${why}` }),
  );

  test('depth and length are bounded, not before', () => {
    const nested = (n: number): string => `{ ${'('.repeat(n)}$.a = b${')'.repeat(n)} }`;
    const long = (n: number): string => `{ $.a = ${'x'.repeat(n - 10)} }`;
    expect([nested(100), nested(101), long(8192), long(8193)].map((text) => parseFilterPattern(text).ok)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('says why', () =>
    expect(parseFilterPattern('{ $.a > b }')).toEqual({
      ok: false,
      detail: 'the pattern is not a JSON pattern: only numbers can be compared by size',
    }));
});

test('never throws, whatever it is given', () => {
  const scrap = fc.constantFrom(
    '{',
    '}',
    '(',
    ')',
    '$.a',
    '$',
    '=',
    '!=',
    '&&',
    '||',
    '"',
    'x',
    '*',
    '%',
    'NOT',
    'EXISTS',
    ' ',
    '[',
    '1',
  );
  const noise = fc.oneof(
    fc.string(),
    fc.array(scrap, { maxLength: 20 }).map((parts) => parts.join('')),
  );
  fc.assert(fc.property(noise, (text) => expect(typeof parseFilterPattern(text).ok).toBe('boolean')));
});
