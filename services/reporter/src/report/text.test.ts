import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bounded, shown, visible, visibleJson } from './text.ts';

test.each([
  ['plain', 'arn:aws:s3:::b', 'arn:aws:s3:::b'],
  ['letters of any script', 'Zoë 東京 Ж', 'Zoë 東京 Ж'],
  ['line break', 'a\r\nb', 'a⟨U+000D⟩⟨U+000A⟩b'],
  ['override', '\u202Ea', '⟨U+202E⟩a'],
  ['zero width space', 'a\u200Bb', 'a⟨U+200B⟩b'],
  ['escape', '\u001b[0m', '⟨U+001B⟩[0m'],
  ['a tag character above U+FFFF', '\u{E0041}', '⟨U+E0041⟩'],
  ['half a surrogate', '\uD800', '\uFFFD'],
])('visible: %s', (_, text, expected) => {
  expect(visible(text)).toBe(expected);
});

test('visible text stays visible text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(visible(text))).toBe(visible(text));
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});

describe('bounded', () => {
  test.each([
    ['short enough', 'abc', 3, 'abc'],
    ['too long', 'abcd', 3, 'abc… (1 more characters)'],
    ['never through a character', 'ab\u{1F600}', 3, 'ab… (2 more characters)'],
  ])('%s', (_, text, limit, expected) => {
    expect(bounded(text, limit)).toBe(expected);
  });

  test('bounds before it makes visible, so a megabyte of it is no work', () => {
    expect(shown('\u0000'.repeat(1_000_000)).length).toBeLessThan(512 * 8 + 100);
  });
});

test('visible JSON is the same value with nothing hidden', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const json = visibleJson([value, text]);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify([value, text])));
      expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});
