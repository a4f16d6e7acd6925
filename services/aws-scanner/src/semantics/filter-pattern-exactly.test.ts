import { describe, expect, test } from '@jest/globals';
import { exactly } from './filter-pattern.ts';

describe('exactly a published text', () => {
  const forms = [
    '{ ($.a = "x") || ($.b = y) }',
    '{ $.a = x && ($.b = y || $.c = z) }',
    '{ $.r = z || $.p = x || $.q = y }',
    '{ ($.u = z && $.s = x) && $.t = y }',
  ];
  test.each([
    ['{$.a=x||$.b="y"}', true],
    ['{ (($.b = y)) || $.a = x }', true],
    ['{ ($.c = z || $.b = y) && $.a = x }', true],
    ['{ $.a = x || $.b = y || $.c = z }', false],
    ['{ $.a = x }', false],
    ['{ $.a = x && $.b = y || $.c = z }', false],
    ['{ $.a != x || $.b = y }', false],
    ['{ $.a = x && $.b = y }', false],
    ['{ $.p = x || ($.q = y || $.r = z) }', true],
    ['{ $.s = x && ($.t = y && $.u = z) }', true],
    ['{ $.s = x && $.t = y || $.u = z }', false],
    ['nonsense', false],
    ['', false],
  ])('%s: %s', (pattern, yes) => expect(exactly(pattern, forms)).toBe(yes));
  test('a form that cannot be read is nobody’s text', () => expect(exactly('x', ['x'])).toBe(false));
});
