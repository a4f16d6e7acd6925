import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byPrecedence, mayBePreset, placeOf, type PolicyRule, type ThreatPolicy } from './precedence.ts';

const policy = (name: string, over: Partial<ThreatPolicy> = {}): ThreatPolicy => ({
  name,
  isDefault: false,
  isPreset: null,
  ...over,
});
const rule = (name: string, priority = 0, enabled = true): PolicyRule => ({ policy: name, priority, enabled });

describe('what puts a policy in force', () => {
  test.each([
    ['the default one needs no rule', policy('a', { isDefault: true }), [], [], { by: 'default', rank: [2, 0] }],
    ['an enabled rule', policy('a'), [rule('a', 3)], [], { by: 'rule', rank: [1, 3] }],
    ['a preset', policy('a'), [], [rule('a', 1)], { by: 'preset security policy', rank: [0, 1] }],
    ['a preset before a rule', policy('a'), [rule('a')], [rule('a')], { by: 'preset security policy', rank: [0, 0] }],
    ['the lower of two rules', policy('a'), [rule('a', 4), rule('a', 2)], [], { by: 'rule', rank: [1, 2] }],
    ['a disabled rule', policy('a'), [rule('a', 0, false)], [rule('a', 0, false)], null],
    ["another policy's rule", policy('a'), [rule('b')], [], null],
    ['no rule', policy('a'), [], [], null],
  ] as const)('%s', (_, some, rules, presets, place) => expect(placeOf(some, rules, presets)).toEqual(place));
});

test.each([
  ['told so', policy('a', { isPreset: true }), [], true],
  ['not told', policy('a'), [], true],
  ['told that it is none', policy('a', { isPreset: false }), [], false],
  ['not told, but it has a rule of its own', policy('a'), [rule('a', 0, false)], false],
  ['the default one', policy('a', { isDefault: true }), [], false],
] as const)('whether only a preset could put it in force: %s', (_, some, rules, may) =>
  expect(mayBePreset(some, rules)).toBe(may),
);

const names = fc.constantFrom('a', 'b', 'c', 'd');
const rules = fc.array(fc.record({ policy: names, enabled: fc.boolean(), priority: fc.nat(9) }), { maxLength: 6 });
const policies = fc.uniqueArray(fc.record({ name: names, isDefault: fc.boolean(), isPreset: fc.constant(null) }), {
  selector: (some) => some.name,
});
const placed = (some: readonly ThreatPolicy[], own: readonly PolicyRule[], presets: readonly PolicyRule[]) =>
  some
    .flatMap((one) => {
      const place = placeOf(one, own, presets);
      return place ? [{ name: one.name, place }] : [];
    })
    .sort(byPrecedence);

test('the order of answers changes nothing', () =>
  fc.assert(
    fc.property(policies, rules, rules, (some, own, presets) => {
      const turned = placed([...some].reverse(), [...own].reverse(), [...presets].reverse());
      expect(turned).toEqual(placed(some, own, presets));
    }),
  ));
test('presets come before rules, and the default last', () =>
  fc.assert(
    fc.property(policies, rules, rules, (some, own, presets) => {
      const groups = placed(some, own, presets).map(({ place }) => place.by);
      const order = ['preset security policy', 'rule', 'default'];
      expect(groups).toEqual([...groups].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    }),
  ));
test('a disabled rule is as good as none', () =>
  fc.assert(
    fc.property(policies, rules, (some, own) => {
      expect(placed(some, own, [])).toEqual(
        placed(
          some,
          own.filter((one) => one.enabled),
          [],
        ),
      );
    }),
  ));
