import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareCoverage, covers, matches } from './filter-pattern.ts';

describe('covers', () => {
  test.each([
    // wider, equal, and otherwise written
    ['{ $.a = x }', '{ $.a = "x" }', true],
    ['{$.b=y&&$.a=x}', '{ ($.a = "x") && ($.b = "y") }', true],
    ['{ $.a = x || $.a = y }', '{ $.a = x }', true],
    ['{ $.a = x }', '{ $.a = x && $.b = y }', true],
    ['{ $.a = x* }', '{ $.a = xy }', true],
    ['{ $.a = * }', '{ $.a = xy }', true],
    ['', '{ $.a = x }', true],
    ['{ $.a != y }', '{ $.a = x }', true],
    ['{ $.a != y* }', '{ $.a = x* }', true],
    ['{ $.a != y }', '{ $.a != y* }', true],
    ['{ $.a EXISTS }', '{ $.a = x }', true],
    ['{ $.a EXISTS }', '{ $.a > 3 }', true],
    ['{ $.a EXISTS }', '{ $.a IS TRUE }', true],
    ['{ $.a EXISTS }', '{ $.a IS FALSE }', true],
    ['{ $.a NOT EXISTS }', '{ $.a NOT EXISTS }', true],
    ['{ ($.a = x || $.b = y) && ($.c = z || $.a = x) }', '{ $.a = x }', true],
    ['{ $.a = x || $.b = y }', '{ $.b = y || $.a = x }', true],
    // narrower, other, unknown
    ['{ $.a = x && $.b = y }', '{ $.a = x }', false],
    ['{ $.a = x }', '{ $.a = x || $.b = y }', false],
    ['{ $.a = x }', '{ $.a = X }', false],
    ['{ $.a = xy }', '{ $.a = x* }', false],
    ['{ $.a != x }', '{ $.a = x }', false],
    ['{ $.a != x* }', '{ $.a = *y }', false],
    ['{ $.a != y* }', '{ $.a != y }', false],
    ['{ $.a = x }', '', false],
    ['{ $.a EXISTS }', '{ $.a != x }', false],
    ['{ $.a != x }', '{ $.a NOT EXISTS }', false],
    ['{ $.a EXISTS }', '{ $.a IS NULL }', false],
    ['{ $.b = x }', '{ $.a = x }', false],
    ['{ $.a.b = x }', '{ $.a = x }', false],
    ['{ $.a = %x% }', '{ $.a = x }', false],
    ['{ $.a EXISTS }', '{ $.a = %x% }', false],
    ['{ $.a = x }', '{ $.a = %x% }', false],
    ['{ $.a = %x% }', '{ $.a = %x% }', false],
    ['{ $.a[*] != y }', '{ $.a[*] = x }', false],
    ['{ $.a[*] = x* }', '{ $.a[*] = x }', true],
    ['ERROR', '{ $.a = x }', false],
    ['{ $.a = x }', 'ERROR', false],
    // numbers
    ['{ $.a > 3 }', '{ $.a > 4 }', true],
    ['{ $.a >= 3 }', '{ $.a > 3 }', true],
    ['{ $.a > 3 }', '{ $.a >= 3 }', false],
    ['{ $.a > 3 }', '{ $.a = 4 }', true],
    ['{ $.a < 3 }', '{ $.a <= 2 }', true],
    ['{ $.a <= 3 }', '{ $.a <= 3.0 }', true],
    ['{ $.a < 3 }', '{ $.a <= 3 }', false],
    ['{ $.a < 3 }', '{ $.a > 1 }', false],
    ['{ $.a != 3 }', '{ $.a > 3 }', true],
    ['{ $.a != 3 }', '{ $.a < 3 }', true],
    ['{ $.a != 3 }', '{ $.a >= 3 }', false],
    ['{ $.a != 3 }', '{ $.a = 4 }', true],
    ['{ $.a != 3 }', '{ $.a != 3.0 }', true],
    ['{ $.a != 3 }', '{ $.a != 4 }', false],
    ['{ $.a[*] != 3 }', '{ $.a[*] = 4 }', false],
    ['{ $.a = 3 }', '{ $.a != 4 }', false],
    ['{ $.a > 3 }', '{ $.a = 3 }', false],
    ['{ $.a < 3 }', '{ $.a = 3 }', false],
    ['{ $.a >= 3 }', '{ $.a = 3 }', true],
    ['{ $.a <= 3 }', '{ $.a = 3 }', true],
    ['{ $.a = 3 }', '{ $.a >= 3 }', false],
    ['{ $.a = 3 }', '{ $.a = 3.0 }', true],
    ['{ $.a != 3 }', '{ $.a < 5 }', false],
    ['{ $.a != 3 }', '{ $.a <= 3 }', false],
    ['{ $.a != 3 }', '{ $.a <= 2 }', true],
  ])('%s  ⊇  %s: %s', (have, want, yes) => expect(covers(have, want)).toBe(yes));

  test('names the events that are lost', () =>
    expect(compareCoverage('{ $.a = x }', '{ $.a = x || ($.a = y && $.b NOT EXISTS) }')).toEqual({
      covers: false,
      reason: 'it does not match all events with $.a = "y" && $.b NOT EXISTS',
    }));

  test('gives up on what would take for ever', () => {
    const pair = (n: number): string => `($.a${n} = x || $.b${n} = y)`;
    const hostile = `{ ${Array.from({ length: 200 }, (_, n) => pair(n)).join(' && ')} }`;
    expect(compareCoverage(hostile, hostile)).toEqual({ covers: false, reason: 'too complex' });
    expect(compareCoverage(hostile, '{ $.a1 = x }').covers).toBe(false);
  });
});

/** Patterns over few fields and values, so that random ones meet. */
const field = fc.constantFrom('$.a', '$.b', '$.c.d', '$.l[*]');
const text = fc.constantFrom('x', 'xy', '"x*"', '*y', '"*"', 'z');
const term = fc.oneof(
  fc.tuple(field, fc.constantFrom('=', '!='), text).map((parts) => parts.join(' ')),
  fc
    .tuple(field, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), fc.constantFrom('1', '2', '3'))
    .map((p) => p.join(' ')),
  fc.tuple(field, fc.constantFrom('EXISTS', 'NOT EXISTS', 'IS NULL', 'IS TRUE', 'IS FALSE')).map((p) => p.join(' ')),
);
const { body } = fc.letrec<{ body: string }>((tie) => ({
  body: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    term,
    fc.array(tie('body'), { minLength: 2, maxLength: 3 }).map((parts) => parts.map((p) => `(${p})`).join(' && ')),
    fc.array(tie('body'), { minLength: 2, maxLength: 3 }).map((parts) => parts.map((p) => `(${p})`).join(' || ')),
  ),
}));
const value = fc.constantFrom<unknown>('x', 'xy', 'y', 'z', '2', 1, 2, 3, true, false, null, {});
const event = fc.record(
  { a: value, b: value, c: fc.record({ d: value }, { requiredKeys: [] }), l: fc.array(value, { maxLength: 3 }) },
  { requiredKeys: [] },
);
const braced = (pattern: string): string => `{ ${pattern} }`;

describe('properties', () => {
  test('a pattern that covers another matches whatever the other matches, whether absent fields differ or not', () => {
    fc.assert(
      fc.property(
        body,
        body,
        fc.array(event, { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        (h, w, events, absentDiffers) => {
          // The second candidate is certain to be related to the first.
          for (const [have, want] of [
            [h, w],
            [h, `(${h}) && (${w})`],
            [`(${h}) || (${w})`, w],
          ] as const) {
            if (!covers(braced(have), braced(want))) continue;
            for (const e of events) {
              if (matches(braced(want), e, { absentDiffers }))
                expect(matches(braced(have), e, { absentDiffers })).toBe(true);
            }
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('a term covers itself, and a pattern covers itself with more conditions', () => {
    fc.assert(
      fc.property(term, body, (t, b) => {
        expect(covers(braced(t), braced(t))).toBe(true);
        expect(covers(braced(t), braced(`${t} && (${b})`))).toBe(true);
      }),
    );
  });

  test('one more condition never makes a pattern cover, one more alternative never stops it', () => {
    fc.assert(
      fc.property(body, body, body, (have, want, more) => {
        const before = covers(braced(have), braced(want));
        if (!before) expect(covers(braced(`(${have}) && (${more})`), braced(want))).toBe(false);
        if (before) expect(covers(braced(`(${have}) || (${more})`), braced(want))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => expect(typeof covers(a, b)).toBe('boolean')));
  });
});
