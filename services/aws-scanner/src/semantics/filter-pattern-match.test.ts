import { describe, expect, test } from '@jest/globals';
import { matches } from './filter-pattern.ts';

describe('an event is matched', () => {
  const event = {
    a: 'xyz',
    n: 5,
    s: '5',
    t: true,
    f: false,
    z: null,
    blank: ' ',
    list: [{ b: 1 }, { b: 2 }],
    o: { p: 'q' },
  };
  test.each([
    ['{ $.a = x* }', true],
    ['{ $.a = X* }', false],
    ['{ $.n = 5 && $.s = 5 && $.n = "5" }', true],
    ['{ $.n > 4 && $.n <= 5 && $.n >= 5 && $.n < 6 }', true],
    ['{ $.n > 5 || $.n < 5 || $.n >= 6 || $.n <= 4 }', false],
    ['{ $.a > 4 }', false],
    ['{ $.t IS TRUE && $.z IS NULL }', true],
    ['{ $.t IS FALSE || $.a IS TRUE || $.a IS NULL }', false],
    ['{ $.missing NOT EXISTS && $.a EXISTS }', true],
    ['{ $.a NOT EXISTS || $.missing EXISTS }', false],
    ['{ $.list[1].b = 2 }', true],
    ['{ $.list[2].b = 2 }', false],
    ['{ $.list[*].b = 2 }', true],
    ['{ $.list.b = 2 }', false],
    ['{ $.o.p != q }', false],
    ['{ $.o = q }', false],
    ['{ $.constructor EXISTS }', false],
    ['{ $.a = %x% }', false],
    ['{ $.a != %q% }', false],
    ['{ $.t = true && $.o.p = q }', true],
    ['{ $.f IS FALSE }', true],
    ['{ $.a.length EXISTS }', false],
    ['{ $.o[0] EXISTS }', false],
    ['{ $.o.p.q EXISTS }', false],
    ['{ $.z.x EXISTS }', false],
    ['{ $.t = 1 }', false],
    ['{ $.z <= 0 }', false],
    ['{ $.blank <= 0 }', false],
    ['{ $.missing != %x% }', false],
    ['', true],
    ['ERROR', false],
  ])('%s: %s', (pattern, yes) => expect(matches(pattern, event)).toBe(yes));

  test('whether an absent field differs is the caller’s to say', () => {
    expect(matches('{ $.missing != x }', event, { absentDiffers: true })).toBe(true);
    expect(matches('{ $.missing != x }', event)).toBe(true);
    expect(matches('{ $.missing != x }', event, { absentDiffers: false })).toBe(false);
  });
});
